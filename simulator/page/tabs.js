/** At phone width the page is one phone with a strip of tabs; wider, the phones stand side by side. */

import { mark, write } from "/page/nodes.js";

const narrow = matchMedia("(max-width: 719px)");

/** The strip of tabs over all phones. */
export class Tabs {
  constructor(strip, phones) {
    Object.assign(this, { strip, phones, chosen: null, tabs: new Map() });
    narrow.addEventListener("change", () => this.arrange());
    strip.addEventListener("keydown", (event) => this.steer(event));
  }

  /** Make a tab for every phone there is. */
  show() {
    for (const phone of this.phones.values()) {
      const tab = this.tabs.get(phone.key) ?? this.add(phone);
      write(tab.querySelector(".tab-name"), phone.last.name);
      const badge = tab.querySelector(".badge");
      badge.hidden = phone.unread === 0;
      write(badge, phone.unread > 99 ? "99+" : String(phone.unread));
      mark(tab, "aria-label", phone.unread ? `${phone.last.name}, ${phone.unread} unread` : phone.last.name);
    }
    this.chosen ??= this.phones.keys().next().value;
    this.arrange();
  }

  add(phone) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${phone.key}`;
    tab.className = "tab";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", phone.node.id);
    const name = document.createElement("span");
    name.className = "tab-name";
    const badge = document.createElement("span");
    badge.className = "badge";
    tab.append(name, badge);
    tab.addEventListener("click", () => this.choose(phone.key));
    this.tabs.set(phone.key, tab);
    this.strip.append(tab);
    return tab;
  }

  /** Take the tab of a phone away that is there no more. */
  drop(key) {
    this.tabs.get(key)?.remove();
    this.tabs.delete(key);
    if (this.chosen === key) this.chosen = null;
  }

  /** Show this phone where only one is shown. */
  choose(key) {
    this.chosen = key;
    this.arrange();
    this.tabs.get(key)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  arrange() {
    this.strip.hidden = !narrow.matches;
    for (const [key, phone] of this.phones) {
      const here = key === this.chosen;
      const tab = this.tabs.get(key);
      if (tab) {
        mark(tab, "aria-selected", String(here));
        mark(tab, "tabindex", here ? "0" : "-1");
      }
      mark(phone.node, "role", narrow.matches ? "tabpanel" : "region");
      const appears = narrow.matches && here && phone.node.hidden;
      phone.node.hidden = narrow.matches && !here;
      phone.alone = narrow.matches && here;
      if (appears) phone.catchUp();
      if (appears && (phone.messages.atEnd || phone.messages.put !== null)) phone.messages.toLatest(true);
      if (phone.inUse()) phone.read();
    }
  }

  steer(event) {
    const keys = [...this.phones.keys()];
    const at = keys.indexOf(this.chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.choose(keys[(to + keys.length) % keys.length]);
    this.tabs.get(this.chosen).focus();
  }
}
