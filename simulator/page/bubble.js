/** One message as a bubble: words with spans, what is attached, the time, and the buttons under it. */

import { draw, drawKind } from "/page/icons.js";
import { timeOf } from "/page/london.js";
import { writeSpans } from "/page/spans.js";
import { kindWords } from "/page/words.js";

function element(tag, className, words) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (words !== undefined) node.textContent = words;
  return node;
}

/** One of eight calm colours for a person, always the same for the same name. */
export function colourOf(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  return `tint-${sum % 8}`;
}

function drawDocument(paper, words) {
  if (paper.image) {
    const picture = element("img", "picture");
    picture.src = paper.href;
    picture.alt = paper.name;
    return picture;
  }
  const anchor = element("a", "document");
  anchor.href = paper.href;
  anchor.download = paper.name;
  anchor.setAttribute("aria-label", `${words.download}: ${paper.name}`);
  const round = element("span", "document-round");
  round.append(draw("file"));
  const lines = element("span", "document-lines");
  const name = element("b", "", paper.name);
  name.dir = "auto";
  lines.append(name, element("small", "", words.download));
  anchor.append(round, lines);
  return anchor;
}

function drawMedia(kind) {
  const card = element("span", `media media-${kind}`);
  card.append(drawKind(kind), element("span", "", kindWords[kind] ?? kindWords.unknown));
  return card;
}

function drawMark(name, label) {
  const mark = element("span", "meta-mark");
  mark.title = label;
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", label);
  mark.append(draw(name));
  return mark;
}

function drawMeta(message, words) {
  const meta = element("span", "meta");
  if (message.silent) meta.append(drawMark("mute", words.silent));
  if (message.protected) meta.append(drawMark("lock", words.protectedWords));
  if (message.edited) meta.append(element("span", "meta-edited", words.edited));
  const at = element("time", "", timeOf(new Date(message.date)));
  at.dateTime = message.date;
  meta.append(at);
  return meta;
}

function drawButton(button, place, message, acts) {
  let node;
  if (button.kind === "url" && /^https?:/i.test(button.url ?? "") && !acts.opensHere(button.url)) {
    node = element("a", "press");
    node.href = button.url;
    node.target = "_blank";
    node.rel = "noreferrer noopener";
  } else {
    node = element("button", "press");
    node.type = "button";
    node.addEventListener("click", () => acts.press(message, place.row, place.column, node));
  }
  node.dataset.row = place.row;
  node.dataset.column = place.column;
  const words = element("span", "press-words", button.text);
  words.dir = "auto";
  node.append(words);
  if (button.kind === "url") node.append(draw("out"));
  return node;
}

function drawKeyboard(message, words, acts) {
  const keyboard = element("div", "keyboard");
  keyboard.setAttribute("role", "group");
  keyboard.setAttribute("aria-label", words.buttons);
  message.buttons.forEach((row, rowAt) => {
    const line = element("div", "keyboard-row");
    row.forEach((button, column) => line.append(drawButton(button, { row: rowAt, column }, message, acts)));
    keyboard.append(line);
  });
  return keyboard;
}

/** Draw a message into its list line; `place` says which neighbours it has. */
export function drawBubble(line, message, place, words, acts) {
  line.replaceChildren();
  if (message.kind === "service") {
    line.className = "service";
    const pill = element("span", "pill", message.text);
    pill.dir = "auto";
    line.append(pill);
    return;
  }
  line.className = ["message", place.mine ? "mine" : "theirs", place.first ? "first" : "", place.last ? "last" : ""].join(" ");
  line.dataset.message = message.id;
  line.tabIndex = -1;
  const bubble = element("div", "bubble");
  const sender = element("span", place.showSender && place.first && !place.mine ? `sender ${colourOf(message.sender)}` : "unseen");
  sender.textContent = message.sender;
  bubble.append(sender);
  if (message.forwarded) bubble.append(element("span", "forwarded", words.forwarded));
  if (message.document) bubble.append(drawDocument(message.document, words));
  else if (message.kind !== "text") bubble.append(drawMedia(message.kind));
  if (message.text) {
    const text = element("div", "words");
    text.dir = "auto";
    text.lang = message.language;
    writeSpans(text, message.text, message.entities, words, acts);
    bubble.append(text);
  }
  bubble.append(drawMeta(message, words));
  const stack = element("div", message.buttons.length ? "stack with-keyboard" : "stack");
  stack.append(bubble);
  if (message.buttons.length) stack.append(drawKeyboard(message, words, acts));
  line.append(stack);
}
