/** The clock of the demo: shows London time, and moves it where the demo allows that. */

import { post } from "/page/connection.js";
import { dayOf, timeOf } from "/page/london.js";
import { mark, write } from "/page/nodes.js";

const moves = [
  ["+5m", "+5 minutes"], ["+30m", "+30 minutes"], ["next 09:00", "Next morning 9:00"], ["+1w", "+1 week"], ["+6w", "+6 weeks"],
];

let ahead = 0;

function tick() {
  const now = new Date(Date.now() + ahead);
  const face = document.getElementById("clock-time");
  write(face, timeOf(now));
  mark(face, "datetime", now.toISOString().slice(0, 16) + "Z");
  write(document.getElementById("clock-day"), dayOf(now));
}

async function move(words, group, said) {
  group.setAttribute("aria-busy", "true");
  try {
    const { now } = await post("/clock", { move: words });
    setClock(now);
    said.textContent = `It is now ${dayOf(new Date(now))}, ${timeOf(new Date(now))}.`;
    said.classList.remove("wrong");
  } catch (error) {
    said.textContent = error.message;
    said.classList.add("wrong");
  } finally {
    group.removeAttribute("aria-busy");
  }
}

/** Set the clock to what the simulator says it is, an ISO time. */
export function setClock(now) {
  ahead = new Date(now).getTime() - Date.now();
  tick();
}

/** Start the clock and its buttons; `movable` is false where nothing may move it. */
export function startClock() {
  const group = document.getElementById("clock-moves");
  const toggle = document.getElementById("clock-toggle");
  const said = document.getElementById("clock-said");
  for (const [words, label] of moves) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      if (group.getAttribute("aria-busy") === "true") return;
      move(words, group, said);
      // At phone width the open buttons lie over the phone that the move is about.
      if (toggle.offsetParent) {
        unfold(false);
        toggle.focus();
      }
    });
    group.append(button);
  }
  const unfold = (open) => {
    toggle.setAttribute("aria-expanded", String(open));
    group.classList.toggle("open", open);
  };
  toggle.addEventListener("click", () => unfold(toggle.getAttribute("aria-expanded") !== "true"));
  setInterval(tick, 1000);
}

/** Show the buttons that move the clock, or hide them where nothing may move it. */
export function allowMoves(movable) {
  document.getElementById("clock-moves").hidden = !movable;
  document.getElementById("clock-toggle").hidden = !movable;
}
