/** The codes used here, all of them in the table by which Go's syscall package knows errors. */
export const errorWords = {
  EACCES: "permission denied",
  EBADF: "bad file descriptor",
  EBUSY: "resource busy",
  EEXIST: "file exists",
  EINVAL: "invalid argument",
  EIO: "input/output error",
  EISDIR: "is a directory",
  ELOOP: "too many levels of symbolic links",
  EMFILE: "too many open files",
  ENAMETOOLONG: "file name too long",
  ENOBUFS: "no buffer space available",
  ENOENT: "no such file or directory",
  ENOSPC: "no space left",
  ENOSYS: "function not implemented",
  ENOTDIR: "not a directory",
  ENOTEMPTY: "directory not empty",
  EPERM: "operation not permitted",
  EPIPE: "broken pipe",
  ESPIPE: "illegal seek",
} as const;

export type ErrorCode = keyof typeof errorWords;

export function isErrorCode(v: unknown): v is ErrorCode {
  return typeof v === "string" && Object.hasOwn(errorWords, v);
}

/** A failure of a system call; Go's syscall package reads code. */
export class SystemError extends Error {
  constructor(readonly code: ErrorCode) {
    super(`${code}: ${errorWords[code]}`);
  }
}
