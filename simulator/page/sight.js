/** Which phones are in sight: those are drawn at once, the others when the browser has nothing else to do. */

const LATEST = 500;
const whenIdle = window.requestIdleCallback
  ? (draw) => window.requestIdleCallback(draw, { timeout: LATEST })
  : (draw) => setTimeout(draw, LATEST);

/** Put something off, but by half a second at most: nobody who looks, listens or searches finds old words. */
export function later(draw) {
  whenIdle(draw);
}

/** Watches the phones come into sight and go out of it. */
export class Sight {
  constructor() {
    this.phones = new Map();
    this.watcher = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) this.phones.get(target)?.comesInSight(isIntersecting);
    }, { rootMargin: "0px 260px" });
  }

  /** Watch this phone. */
  watch(phone) {
    this.phones.set(phone.node, phone);
    this.watcher.observe(phone.node);
  }

  /** Watch it no more. */
  forget(phone) {
    this.phones.delete(phone.node);
    this.watcher.unobserve(phone.node);
  }
}
