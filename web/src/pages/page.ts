// Every page: what is lost on an address that is not secure, and what works
// without a network.
import "../elements/notice/define";
import "../elements/offline/define";
