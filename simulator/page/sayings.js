/** What a phone says aloud: new messages for a screen reader, and the short answers to a press. */

const SHOWN_FOR = 4500;

function spoken(message, words, changed) {
  const buttons = message.buttons.flat().map((button) => button.text);
  const tail = buttons.length ? ` ${words.buttons}: ${buttons.join(", ")}.` : "";
  return `${changed ? `${words.editedSays}. ` : ""}${message.sender}: ${message.text || message.document?.name || message.kind}.${tail}`;
}

/** The voice of one phone. */
export class Sayings {
  constructor(room) {
    this.region = document.createElement("div");
    this.region.className = "unseen";
    this.region.setAttribute("role", "status");
    this.region.setAttribute("aria-live", "polite");
    this.plate = document.createElement("div");
    this.plate.className = "toast";
    this.plate.hidden = true;
    this.plate.setAttribute("role", "status");
    room.append(this.region, this.plate);
    this.room = room;
    this.known = null;
    this.heard = null;
  }

  /** Say what is new since the last time, and show the answers to presses that were made here. */
  show(messages, toasts, words, belongsHere) {
    const now = new Map(messages.map((message) => [message.id, message.text]));
    if (this.known) {
      const lines = messages
        .filter((message) => !message.mine && this.known.get(message.id) !== message.text)
        .map((message) => spoken(message, words, this.known.has(message.id)));
      if (lines.length) this.region.textContent = lines.join("\n");
    }
    this.known = now;
    const heard = this.heard;
    this.heard = new Map(toasts.map(({ by, number }) => [by, number]));
    for (const { by, number, text, alert } of toasts) {
      if (heard === null || number <= (heard.get(by) ?? 0) || !belongsHere(by)) continue;
      if (alert) this.alert(text, words);
      else this.toast(text, false);
    }
  }

  /** Show a short line over the chat for some seconds; a wrong is drawn as such. */
  toast(text, wrong) {
    this.plate.textContent = text;
    this.plate.dir = "auto";
    this.plate.classList.toggle("wrong", wrong);
    this.plate.hidden = false;
    clearTimeout(this.later);
    this.later = setTimeout(() => { this.plate.hidden = true; }, SHOWN_FOR);
  }

  /** Show words that stay until the person presses OK. */
  alert(text, words) {
    const back = document.activeElement;
    const box = document.createElement("div");
    box.className = "must-see";
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-label", text);
    const said = document.createElement("p");
    said.dir = "auto";
    said.textContent = text;
    const ok = document.createElement("button");
    ok.type = "button";
    ok.textContent = words.ok;
    const close = () => {
      box.remove();
      if (back?.isConnected) back.focus();
    };
    ok.addEventListener("click", close);
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    box.append(said, ok);
    this.room.append(box);
    if (this.room.closest(".phone").contains(back)) ok.focus();
  }
}
