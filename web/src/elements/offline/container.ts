import { siteRoot } from "./site-root";

/**
 * What registers workers, where the browser has it for this page: not on
 * plain http, not in a frame of opaque origin, where even to ask throws.
 */
export function container(): ServiceWorkerContainer | undefined {
  try {
    return window.isSecureContext ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** Registers the site's worker and gives it when it is active; undefined where it cannot be had. */
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    const url = new URL("sw.js", siteRoot());
    const registration = await container()?.register(url, { updateViaCache: "none" });
    return registration && (await active(registration));
  } catch {
    return undefined; // storage is switched off, or the site has none
  }
}

/** Settles when the first worker is active, or has gone without. */
function active(registration: ServiceWorkerRegistration) {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return registration;
  return new Promise<ServiceWorkerRegistration | undefined>((resolve) => {
    const look = () => {
      if (coming.state === "activated") resolve(registration);
      if (coming.state === "redundant") resolve(undefined);
    };
    coming.addEventListener("statechange", look);
    look();
  });
}
