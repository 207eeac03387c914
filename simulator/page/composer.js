/** The foot of a phone: commands, paper clip, typing box, send; or Start where the person has not begun. */

import { draw, drawKind } from "/page/icons.js";
import { toggleMenu } from "/page/menu.js";
import { mark, write } from "/page/nodes.js";
import { attachments, otherActs } from "/page/words.js";

function roundButton(className, label, content) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `round ${className}`;
  button.setAttribute("aria-label", label);
  button.title = label;
  button.append(content);
  return button;
}

function opensMenu(button) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  return button;
}

/** The foot of one phone. */
export class Composer {
  constructor(form, acts) {
    Object.assign(this, { form, acts, commands: [], changed: null });
    this.changing = document.createElement("p");
    this.changing.className = "changing";
    this.changing.setAttribute("role", "status");
    form.before(this.changing);
    this.changing.hidden = true;
    this.slash = opensMenu(roundButton("commands", "", "/"));
    this.clip = opensMenu(roundButton("attach", "", draw("clip")));
    this.box = document.createElement("textarea");
    this.box.rows = 1;
    this.box.maxLength = 4096;
    this.box.dir = "auto";
    this.box.setAttribute("enterkeyhint", "send");
    this.send = roundButton("send", "", draw("send"));
    this.send.type = "submit";
    this.begin = document.createElement("button");
    this.begin.type = "button";
    this.begin.className = "begin";
    form.append(this.slash, this.clip, this.box, this.send, this.begin);
    this.listen();
  }

  listen() {
    this.slash.addEventListener("click", () => this.openCommands());
    this.clip.addEventListener("click", () => this.openAttachments());
    this.begin.addEventListener("click", () => (this.blocked ? this.acts.send("unblock") : this.acts.say("/start")));
    this.box.addEventListener("input", () => this.fit());
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.form.requestSubmit();
      }
      if (event.key === "ArrowUp" && this.box.value === "" && this.own?.text) {
        event.preventDefault();
        this.change(this.own);
      }
      if (event.key === "Escape" && this.changed) this.change(null);
      if (event.key === "/" && this.box.value === "" && this.commands.length) {
        event.preventDefault();
        this.openCommands();
      }
    });
    this.form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const text = this.box.value;
      if (!text.trim()) return;
      const changed = this.changed;
      this.change(null);
      if (!(await (changed ? this.acts.edit(changed.id, text) : this.acts.say(text))) && this.box.value === "") {
        this.box.value = text;
        this.fit();
      }
    });
  }

  /** Put one's own last message into the typing box to be changed; null goes back to a new one. */
  change(message) {
    this.changed = message;
    this.changing.textContent = message ? this.words.changing : "";
    this.changing.hidden = !message;
    this.box.value = message?.text ?? "";
    this.fit();
    if (message) this.box.focus();
  }

  openCommands() {
    toggleMenu(this.slash, this.words.commands, this.commands.map(({ command, description }) => ({
      words: `/${command}`, detail: description, choose: () => { this.acts.say(`/${command}`); this.box.focus(); },
    })));
  }

  openAttachments() {
    const line = (kind, words, choose) => ({ icon: drawKind(kind), words, choose });
    const lines = attachments.map(([kind, words]) => line(kind, words, () => this.acts.send(kind)));
    const own = this.own;
    if (own?.text) lines.push(line("edit", otherActs.edit, () => this.change(own)));
    if (own) lines.push(line("delete", otherActs.delete, () => this.acts.remove(own.id)));
    if (this.mayBlock) lines.push(line("block", otherActs.block, () => this.acts.send("block")));
    toggleMenu(this.clip, this.words.attach, lines);
  }

  fit() {
    // First the class, because it makes room for the box that is then measured.
    this.form.classList.toggle("typing", this.box.value.trim() !== "");
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight + 2, 120)}px`;
  }

  /** Show the foot that fits the phone now. */
  show(phone, words) {
    Object.assign(this, { words, blocked: phone.blocked, commands: phone.commands, mayBlock: !phone.members, own: phone.own });
    const shut = phone.blocked || !phone.can_write;
    for (const part of [this.slash, this.clip, this.box, this.send]) part.hidden = shut;
    this.slash.hidden = shut || !phone.commands.length;
    this.begin.hidden = !shut;
    write(this.begin, phone.blocked ? words.unblock : words.start);
    mark(this.box, "placeholder", words.placeholder);
    mark(this.box, "aria-label", words.write(phone.writer));
    for (const [part, label] of [[this.slash, words.commands], [this.clip, words.attach], [this.send, words.send]]) {
      mark(part, "aria-label", label);
      mark(part, "title", label);
    }
  }
}
