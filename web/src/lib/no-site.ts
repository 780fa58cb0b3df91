/**
 * Whether an address is of no site at all: a page that was taken along as one
 * file, by somebody whose build was not told where its site is, believes to
 * stand at https://site.invalid (web/build/single.go).
 */
export const isNowhere = (address: URL): boolean => address.hostname === "site.invalid";
