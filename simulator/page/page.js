/** Starts the page of phones: draws what the simulator tells and keeps it so. */

import { allowMoves, setClock, startClock } from "/page/clock.js";
import { listen } from "/page/connection.js";
import { listenToKeys } from "/page/keyboard.js";
import { write } from "/page/nodes.js";
import { Phone } from "/page/phone.js";
import { Sight } from "/page/sight.js";
import { Tabs } from "/page/tabs.js";

const main = document.getElementById("phones");
const gone = document.getElementById("gone");
const banner = document.getElementById("demo-banner");
const faster = document.getElementById("demo-faster");
const sight = new Sight();
const phones = new Map();
const tabs = new Tabs(document.getElementById("tabs"), phones);

function add(key, demo) {
  const phone = new Phone(key, demo.deep_link);
  phones.set(key, phone);
  main.append(phone.node);
  sight.watch(phone);
  return phone;
}

function take(key, phone) {
  sight.forget(phone);
  phone.node.remove();
  phones.delete(key);
  tabs.drop(key);
}

/** Show what is new: only the phones with news are in it, and in each only the messages that changed. */
function show({ now, demo, order, phones: told }) {
  setClock(now);
  allowMoves(demo.movable);
  write(banner, demo.notice);
  write(faster, demo.faster ?? "");
  faster.hidden = !demo.faster;
  for (const news of told) (phones.get(news.key) ?? add(news.key, demo)).hear(news);
  for (const [key, phone] of phones) if (!order.includes(key)) take(key, phone);
  const unread = [...phones.values()].reduce((sum, phone) => sum + phone.unread, 0);
  const title = `${unread ? `(${unread}) ` : ""}Hearthline: the page of phones (demo)`;
  if (document.title !== title) document.title = title;
  main.dataset.count = order.length;
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
