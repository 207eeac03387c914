/** Starts the page of phones: draws what the simulator tells and keeps it so. */

import { allowMoves, setClock, startClock } from "/page/clock.js";
import { listen } from "/page/connection.js";
import { listenToKeys } from "/page/keyboard.js";
import { Phone } from "/page/phone.js";
import { Tabs } from "/page/tabs.js";

const main = document.getElementById("phones");
const gone = document.getElementById("gone");
const banner = document.getElementById("demo-banner");
const phones = new Map();
const tabs = new Tabs(document.getElementById("tabs"), phones);

function show({ now, demo, phones: present }) {
  setClock(now);
  allowMoves(demo.movable);
  if (banner.textContent !== demo.notice) banner.textContent = demo.notice;
  for (const phone of present) {
    if (!phones.has(phone.key)) {
      const drawn = new Phone(phone.key, demo.deep_link);
      phones.set(phone.key, drawn);
      main.append(drawn.node);
    }
    phones.get(phone.key).show(phone);
  }
  for (const [key, phone] of phones) {
    if (present.some((one) => one.key === key)) continue;
    phone.node.remove();
    phones.delete(key);
    tabs.tabs.get(key)?.remove();
    tabs.tabs.delete(key);
    if (tabs.chosen === key) tabs.chosen = null;
  }
  const unread = present.reduce((sum, phone) => sum + phone.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}Hearthline: the page of phones (demo)`;
  main.dataset.count = present.length;
  tabs.show();
  document.documentElement.dataset.ready = "yes";
}

function lost(words) {
  gone.hidden = words === null;
  gone.textContent = words ?? "";
  document.documentElement.classList.toggle("is-gone", words !== null);
}

startClock();
listenToKeys(phones, tabs);
listen(show, lost);
