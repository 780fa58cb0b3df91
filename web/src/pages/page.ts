// Every page: what is lost on an address that is not secure.
import "../elements/notice/define";
