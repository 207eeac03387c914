/** One phone of the page: whose it is, its lock screen, its chat, and what the person does with it. */

import { colourOf } from "/page/bubble.js";
import { Composer } from "/page/composer.js";
import { post } from "/page/connection.js";
import { draw } from "/page/icons.js";
import { MessageList } from "/page/messages.js";
import { Sayings } from "/page/sayings.js";
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
    Object.assign(this, { key, deepLinkRoot, unread: 0, onUnread: () => {} });
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
      this.node.addEventListener(happening, () => this.read(), { passive: true });
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
      this.thumb.addEventListener("change", () => { if (this.last) this.show(this.last); });
    }
    this.thumbWords.textContent = words.pressAs;
    const chosen = this.thumb.value;
    const face = JSON.stringify(members);
    if (this.thumb.face === face) return;
    this.thumb.face = face;
    this.thumb.replaceChildren(...members.map(({ key, name }) => new Option(name, key, false, key === chosen)));
  }

  /** Draw the phone as it is now. */
  show(phone) {
    this.last = phone;
    const words = wordsIn(phone.language);
    const group = Boolean(phone.members);
    this.node.dir = phone.direction;
    this.node.lang = phone.language;
    this.node.classList.toggle("group", group);
    if (group) this.chooseThumb(phone.members, words);
    const thumb = group ? phone.members.find(({ key }) => key === this.thumb.value) : null;
    const messages = group ? phone.messages.map((message) => ({ ...message, mine: message.sender_key === thumb?.key })) : phone.messages;
    this.name.textContent = phone.name;
    this.label.textContent = phone.label;
    this.title.textContent = phone.chat_title;
    this.avatar.textContent = [...phone.chat_title][0] ?? "?";
    this.avatar.className = `avatar ${group ? colourOf(phone.chat_title) : "tint-0"}`;
    this.under.textContent = group ? phone.members.map(({ name }) => name).join(", ") : words.bot;
    this.demo.textContent = words.demo;
    this.lockTitle.textContent = words.lock;
    this.lockWords.textContent = phone.lock_screen ?? words.lockEmpty;
    this.lock.classList.toggle("lit", Boolean(phone.lock_screen));
    this.scroller.setAttribute("aria-label", words.messages(phone.name));
    this.newest.setAttribute("aria-label", words.newest);
    this.quiet.textContent = words.quiet;
    this.quiet.hidden = messages.length > 0;
    this.setUnread(phone.unread, words);
    this.messages.show(messages, { unread: phone.unread, showSender: group, words, language: phone.language });
    const own = messages.filter((message) => message.mine && message.kind !== "service");
    this.composer.show({ ...phone, writer: thumb?.name ?? phone.name, own: own[own.length - 1] ?? null }, words);
    this.sayings.show(messages, phone.toasts, words, (by) => (pressedIn.get(by) ?? by) === this.key);
    if (!phone.waits_for_answer) this.release();
    if (this.inUse() && (this.messages.atEnd || this.messages.put !== null)) this.read();
  }

  setUnread(unread, words) {
    this.unread = unread;
    for (const badge of [this.badge, this.newestCount]) {
      badge.hidden = unread === 0;
      badge.textContent = unread > 99 ? "99+" : String(unread);
    }
    this.badge.setAttribute("aria-label", `${words.unread}: ${unread}`);
    this.badge.setAttribute("role", "img");
    this.onUnread();
  }

  /** Whether somebody is at this phone: the focus is in it, or it is the only one shown. */
  inUse() {
    if (document.hidden || this.node.hidden) return false;
    return this.node.contains(document.activeElement) || this.alone === true;
  }

  /** Put the focus on the newest button, or else on the typing box. */
  jump() {
    this.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    const target = this.messages.newestButton() ?? this.node.querySelector(".begin:not([hidden]), textarea:not([hidden])");
    (target ?? this.node).focus();
  }
}
