/** Words with spans (bold, links, quotes …) as DOM nodes, from offsets counted in UTF-16 units. */

const plain = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

const safeLink = /^(https?|tel|mailto|tg):/i;

function link(address, open) {
  if (!safeLink.test(address)) return document.createElement("span");
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noreferrer noopener";
  anchor.addEventListener("click", (event) => {
    if (open(address)) event.preventDefault();
  });
  return anchor;
}

function spoiler(words) {
  const veil = document.createElement("span");
  veil.className = "spoiler";
  veil.tabIndex = 0;
  veil.setAttribute("role", "button");
  veil.setAttribute("aria-label", words.hidden);
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    veil.classList.add("shown");
    for (const name of ["role", "aria-label"]) veil.removeAttribute(name);
  };
  veil.addEventListener("click", show);
  veil.addEventListener("keydown", show);
  return veil;
}

function command(words, acts) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "in-words";
  button.addEventListener("click", () => acts.say(words));
  return button;
}

function nodeFor(entity, covered, phoneWords, acts) {
  switch (entity.type) {
    case "text_link": return link(entity.url ?? "", acts.open);
    case "url": return link(/^[a-z][a-z0-9+.-]*:/i.test(covered) ? covered : `https://${covered}`, acts.open);
    case "email": return link(`mailto:${covered}`, acts.open);
    case "phone_number": return link(`tel:${covered.replace(/[^\d+]/g, "")}`, acts.open);
    case "spoiler": return spoiler(phoneWords);
    case "bot_command": return command(covered, acts);
    default: {
      const node = document.createElement(plain[entity.type] ?? "span");
      if (!plain[entity.type]) node.className = "mention";
      return node;
    }
  }
}

function fill(parent, text, from, to, entities, phoneWords, acts) {
  let at = from;
  const waiting = [...entities];
  while (waiting.length) {
    const outer = waiting.shift();
    const end = Math.min(outer.offset + outer.length, to);
    const inside = [];
    while (waiting.length && waiting[0].offset < end) {
      const next = waiting.shift();
      const nextEnd = next.offset + next.length;
      inside.push({ ...next, length: Math.min(nextEnd, end) - next.offset });
      if (nextEnd > end) waiting.unshift({ ...next, offset: end, length: nextEnd - end });
    }
    parent.append(text.slice(at, outer.offset));
    const node = nodeFor(outer, text.slice(outer.offset, end), phoneWords, acts);
    fill(node, text, outer.offset, end, inside, phoneWords, acts);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, to));
}

/** Put the words of a message into a node; a span that overlaps another is cut where the first ends. */
export function writeSpans(parent, text, entities, phoneWords, acts) {
  const ordered = entities
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
  fill(parent, text, 0, text.length, ordered, phoneWords, acts);
  parent.normalize();
}
