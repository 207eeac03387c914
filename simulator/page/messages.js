/** The list of messages on one phone: keeps each bubble in place, the focus where it was, and the newest in sight. */

import { drawBubble } from "/page/bubble.js";
import { dayKeyOf, dayLine } from "/page/london.js";

const NEAR = 80;
const ROUND = 6;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function sameHand(one, other) {
  return one && other && one.kind !== "service" && other.kind !== "service" && one.sender === other.sender
    && one.mine === other.mine && dayKeyOf(new Date(one.date)) === dayKeyOf(new Date(other.date));
}

function linesFor(messages, unread, showSender) {
  const theirs = messages.filter((message) => !message.mine);
  const firstUnread = unread > 0 ? theirs[Math.max(0, theirs.length - unread)]?.id : undefined;
  const lines = [];
  let lastDay = "";
  messages.forEach((message, at) => {
    const date = new Date(message.date);
    if (dayKeyOf(date) !== lastDay) {
      lastDay = dayKeyOf(date);
      lines.push({ key: `day-${lastDay}`, day: date });
    }
    if (message.id === firstUnread) lines.push({ key: "unread", unread: true });
    const place = {
      mine: message.mine, first: !sameHand(messages[at - 1], message) || message.id === firstUnread,
      last: !sameHand(message, messages[at + 1]), showSender,
    };
    lines.push({ key: `message-${message.id}`, message, place });
  });
  return lines;
}

function placeOfFocus(line) {
  const active = document.activeElement;
  if (!line.contains(active)) return null;
  return { row: active.dataset.row, column: active.dataset.column, words: active.textContent };
}

function returnFocus(line, place) {
  const buttons = [...line.querySelectorAll(".press")];
  const target = buttons.find((button) => button.textContent === place.words)
    ?? buttons.find((button) => button.dataset.row === place.row && button.dataset.column === place.column)
    ?? buttons[0] ?? line;
  target.focus({ preventScroll: true });
}

/** The scrolling list of one phone. */
export class MessageList {
  constructor(scroller, list, newest, acts) {
    Object.assign(this, { scroller, list, newest, acts, drawn: new Map(), began: false, put: null, drawings: 0 });
    newest.addEventListener("click", () => {
      this.toNewest();
      scroller.focus({ preventScroll: true });
    });
    this.atEnd = true;
    scroller.addEventListener("scroll", () => this.showWay(), { passive: true });
    for (const happening of ["scrollend", "wheel", "pointerdown", "keydown"]) {
      scroller.addEventListener(happening, () => {
        this.going = false;
        this.showWay();
      }, { passive: true });
    }
    const watch = new ResizeObserver(() => {
      if (this.put !== null && Math.abs(scroller.scrollTop - this.put) < 2) this.toLatest(true);
      else if (this.atEnd) this.toNewest(true);
    });
    watch.observe(scroller);
    watch.observe(list);
  }

  /**
   * Draw what is on the phone now; a message that did not change keeps its very node.
   * Out of sight nothing is measured or scrolled: see `comesInSight`.
   */
  show(messages, { unread, showSender, words, language, inSight }) {
    const followed = this.atEnd || (this.put !== null && (!inSight || this.scroller.scrollTop >= this.put - NEAR));
    const lines = linesFor(messages, unread, showSender);
    this.dropAllBut(new Set(lines.map(({ key }) => key)));
    let before = null;
    for (const line of lines) {
      const node = this.line(line, words, language);
      this.drawn.set(line.key, node);
      const expected = before ? before.nextSibling : this.list.firstChild;
      // A node that is moved loses the focus, so one in its place already is left alone.
      if (node !== expected) this.list.insertBefore(node, expected);
      before = node;
    }
    const grown = followed && before?.drawing !== this.newestDrawing;
    if (grown && inSight) this.toLatest(!this.began);
    this.unscrolled = grown && !inSight || (this.unscrolled && !inSight);
    this.newestDrawing = before?.drawing;
    this.began = true;
    if (inSight) this.showWay();
  }

  /** Go to where the phone would stand if it had been in sight all the time. */
  comesInSight() {
    if (this.unscrolled) this.toLatest(true);
    this.unscrolled = false;
  }

  dropAllBut(keys) {
    for (const [key, node] of this.drawn) {
      if (keys.has(key)) continue;
      const held = node.contains(document.activeElement);
      node.remove();
      this.drawn.delete(key);
      if (held) this.scroller.focus({ preventScroll: true });
    }
  }

  line({ key, message, place, day, unread }, words, language) {
    const node = this.drawn.get(key) ?? document.createElement("li");
    // A message that changed comes as a new object, so most need no closer look.
    const face = message ? `${place.mine} ${place.first} ${place.last} ${words.demo}` : `${key} ${language}`;
    if (node.face === face && node.message === message) return node;
    const fresh = node.face === undefined;
    this.drawings += 1;
    Object.assign(node, { face, message, drawing: this.drawings });
    if (!message) {
      node.className = day ? "day" : "unread-line";
      const pill = document.createElement("span");
      pill.className = "pill";
      pill.textContent = day ? dayLine(day, language) : words.unread;
      node.replaceChildren(pill);
      return node;
    }
    const focus = placeOfFocus(node);
    const content = JSON.stringify([message.text, message.buttons]);
    drawBubble(node, message, place, words, this.acts);
    if (focus) returnFocus(node, focus);
    if (fresh ? this.began : node.content !== content) node.classList.add(fresh ? "arrives" : "changes");
    node.content = content;
    return node;
  }

  /** Show the newest message: its beginning where it is taller than the room, else its end. */
  toLatest(atOnce) {
    const last = this.list.lastElementChild;
    if (!last?.matches(".theirs") || last.offsetHeight <= this.scroller.clientHeight) {
      this.toNewest(atOnce);
      return;
    }
    this.atEnd = this.going = false;
    const above = last.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
    this.scroller.scrollTo({ top: this.scroller.scrollTop + above - ROUND, behavior: "instant" });
    this.put = this.scroller.scrollTop;
    // Whoever goes by keyboard keeps the button in sight that has the focus.
    last.querySelector(".press:focus-visible")?.scrollIntoView({ block: "nearest" });
  }

  /** Scroll to the end, gently unless the person asked for less motion. */
  toNewest(atOnce = false) {
    this.atEnd = true;
    this.put = null;
    this.going = !atOnce && !calm.matches && this.left() > 0;
    this.shape = this.measure();
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: this.going ? "smooth" : "instant" });
  }

  measure() {
    return `${this.scroller.clientHeight} ${this.scroller.scrollHeight}`;
  }

  left() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight;
  }

  showWay() {
    // Where the layout has changed the person has not left the newest message: the watch follows it.
    if (this.atEnd && this.shape !== this.measure()) return;
    if (!this.going) this.atEnd = this.left() <= NEAR;
    this.newest.hidden = this.atEnd;
  }

  /** The first button of the newest message that has any, or null. */
  newestButton() {
    const rows = this.list.querySelectorAll(".keyboard");
    return rows.length ? rows[rows.length - 1].querySelector(".press") : null;
  }
}
