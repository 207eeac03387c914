/** One phone of the page: whose it is, its lock screen, its chat, and what the person does with it. */

import { colourOf } from "/page/bubble.js";
import { Composer } from "/page/composer.js";
import { post } from "/page/connection.js";
import { draw } from "/page/icons.js";
import { MessageList } from "/page/messages.js";
import { mark, write } from "/page/nodes.js";
import { Sayings } from "/page/sayings.js";
import { later } from "/page/sight.js";
import { wordsIn } from "/page/words.js";

function part(tag, className, parent, attributes = {}) {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent.append(node);
  return node;
}

/** In which column each person pressed last: the answer to a press is shown there. */
const pressedIn = new Map();

/** A phone, drawn once and then kept up to date. */
export class Phone {
  constructor(key, deepLinkRoot) {
    Object.assign(this, { key, deepLinkRoot, unread: 0, known: new Map(), inSight: true, owed: false });
    const named = `owner-${key}`;
    this.node = document.createElement("section");
    Object.assign(this.node, { id: `phone-${key}`, className: "phone", tabIndex: -1 });
    this.node.dataset.phone = key;
    this.node.setAttribute("aria-labelledby", named);
    const owner = part("header", "owner", this.node, { dir: "ltr", lang: "en" });
    this.name = part("h2", "owner-name", owner, { id: named });
    this.label = part("p", "owner-label", owner);
    this.badge = part("span", "badge", owner, { hidden: "" });
    const device = part("div", "device", this.node);
    this.device = device;
    this.lock = part("p", "lock", device);
    const lockTitle = part("span", "lock-title", this.lock);
    lockTitle.append(draw("lock"));
    this.lockTitle = part("span", "", lockTitle);
    this.lockWords = part("span", "lock-words", this.lock, { dir: "auto" });
    const bar = part("div", "chat-bar", device);
    this.avatar = part("span", "avatar", bar, { "aria-hidden": "true" });
    const titles = part("div", "titles", bar);
    this.title = part("strong", "chat-title", titles);
    this.under = part("small", "chat-under", titles);
    this.demo = part("p", "demo-strip", device);
    const room = part("div", "room", device);
    this.scroller = part("div", "scroller", room, { tabindex: "0", role: "region" });
    this.quiet = part("p", "quiet", this.scroller);
    const list = part("ol", "messages", this.scroller, { role: "list" });
    const newest = part("button", "newest", room, { type: "button", hidden: "" });
    newest.append(draw("down"));
    this.newestCount = part("span", "badge", newest, { "aria-hidden": "true", hidden: "" });
    this.newest = newest;
    this.sayings = new Sayings(room);
    this.acts = this.makeActs();
    this.messages = new MessageList(this.scroller, list, newest, this.acts);
    this.composer = new Composer(part("form", "composer", device), this.acts);
    for (const happening of ["pointerdown", "focusin", "wheel"]) {
      this.node.addEventListener(happening, () => {
        this.catchUp();
        this.read();
      }, { passive: true });
    }
  }

  makeActs() {
    const opensHere = (url) => url.toLowerCase().startsWith(this.deepLinkRoot.toLowerCase());
    return {
      opensHere,
      open: (url) => opensHere(url) && (this.does("open", { url }), true),
      say: (text) => this.does("say", { text }),
      edit: (id, text) => this.does("edit", { message_id: id, text }),
      remove: (id) => this.does("delete", { message_id: id }),
      send: (kind) => this.does("send", { kind }),
      press: async (message, row, column, node) => {
        if (node.getAttribute("aria-busy") === "true") return;
        node.setAttribute("aria-busy", "true");
        pressedIn.set(this.thumb?.value ?? this.key, this.key);
        const said = await this.does("press", { message_id: message.id, row, column });
        if (!said || said.opened) node.removeAttribute("aria-busy");
        setTimeout(() => node.removeAttribute("aria-busy"), 4000);
      },
    };
  }

  async does(act, body) {
    try {
      if (act !== "press") this.messages.toNewest();
      return await post(`/phones/${encodeURIComponent(this.key)}/${act}`, { ...body, ...(this.thumb ? { as: this.thumb.value } : {}) });
    } catch (error) {
      this.sayings.toast(error.message, true);
      return null;
    }
  }

  release() {
    for (const button of this.node.querySelectorAll(".press[aria-busy]")) button.removeAttribute("aria-busy");
  }

  read() {
    if (!this.unread || this.reading || !this.node.isConnected) return;
    this.reading = true;
    post(`/phones/${encodeURIComponent(this.key)}/read`, {}).catch(() => {}).finally(() => { this.reading = false; });
  }

  chooseThumb(members, words) {
    if (!this.thumb) {
      const label = part("label", "thumb", this.device);
      this.device.insertBefore(label, this.composer.form);
      this.thumbWords = part("span", "", label);
      this.thumb = part("select", "", label);
      this.thumb.addEventListener("change", () => { if (this.last) this.show(); });
    }
    write(this.thumbWords, words.pressAs);
    const chosen = this.thumb.value;
    const face = JSON.stringify(members);
    if (this.thumb.face === face) return;
    this.thumb.face = face;
    this.thumb.replaceChildren(...members.map(({ key, name }) => new Option(name, key, false, key === chosen)));
  }

  /** Take in what is new: the head of the phone whole, of its messages those that changed or went. */
  hear({ messages, gone, anew, ...head }) {
    if (anew) this.known.clear();
    for (const id of gone) this.known.delete(id);
    for (const message of messages) this.known.set(message.id, message);
    this.last = { ...head, messages: [...this.known.values()].sort((one, other) => one.id - other.id) };
    this.show();
  }

  /** Draw the phone as it is now: what is out of sight says its news at once and is drawn a little later. */
  show() {
    const phone = this.last;
    const words = wordsIn(phone.language);
    const group = Boolean(phone.members);
    mark(this.node, "dir", phone.direction);
    mark(this.node, "lang", phone.language);
    this.node.classList.toggle("group", group);
    if (group) this.chooseThumb(phone.members, words);
    const thumb = group ? phone.members.find(({ key }) => key === this.thumb.value) : null;
    if (group) for (const message of phone.messages) message.mine = message.sender_key === thumb?.key;
    write(this.name, phone.name);
    write(this.label, phone.label);
    this.setUnread(phone.unread, words);
    this.sayings.show(phone.messages, phone.toasts, words, (by) => (pressedIn.get(by) ?? by) === this.key);
    if (!phone.waits_for_answer) this.release();
    this.toDraw = { phone, words, group, thumb };
    if (this.inSight || !this.messages.began) {
      this.draw();
    } else if (!this.owed) {
      this.owed = true;
      later(() => this.catchUp());
    }
    if (this.inUse() && (this.messages.atEnd || this.messages.put !== null)) this.read();
  }

  draw() {
    this.owed = false;
    const { phone, words, group, thumb } = this.toDraw;
    const { messages } = phone;
    write(this.title, phone.chat_title);
    write(this.avatar, [...phone.chat_title][0] ?? "?");
    this.avatar.className = `avatar ${group ? colourOf(phone.chat_title) : "tint-0"}`;
    write(this.under, group ? phone.members.map(({ name }) => name).join(", ") : words.bot);
    write(this.demo, words.demo);
    write(this.lockTitle, words.lock);
    write(this.lockWords, phone.lock_screen ?? words.lockEmpty);
    this.lock.classList.toggle("lit", Boolean(phone.lock_screen));
    mark(this.scroller, "aria-label", words.messages(phone.name));
    mark(this.newest, "aria-label", words.newest);
    write(this.quiet, words.quiet);
    this.quiet.hidden = messages.length > 0;
    this.messages.show(messages, { unread: phone.unread, showSender: group, words, language: phone.language, inSight: this.inSight });
    const own = messages.findLast((message) => message.mine && message.kind !== "service");
    this.composer.show({ ...phone, writer: thumb?.name ?? phone.name, own: own ?? null }, words);
  }

  /** Draw what was put off. */
  catchUp() {
    if (this.owed) this.draw();
  }

  /** The phone has come into sight, or has gone out of it. */
  comesInSight(here) {
    this.inSight = here;
    if (!here) return;
    this.catchUp();
    this.messages.comesInSight();
  }

  setUnread(unread, words) {
    this.unread = unread;
    for (const badge of [this.badge, this.newestCount]) {
      badge.hidden = unread === 0;
      write(badge, unread > 99 ? "99+" : String(unread));
    }
    mark(this.badge, "aria-label", `${words.unread}: ${unread}`);
    mark(this.badge, "role", "img");
  }

  /** Whether somebody is at this phone: the focus is in it, or it is the only one shown. */
  inUse() {
    if (document.hidden || this.node.hidden) return false;
    return this.node.contains(document.activeElement) || this.alone === true;
  }

  /** Put the focus on the newest button, or else on the typing box. */
  jump() {
    this.catchUp();
    this.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    const target = this.messages.newestButton() ?? this.node.querySelector(".begin:not([hidden]), textarea:not([hidden])");
    (target ?? this.node).focus();
  }
}
