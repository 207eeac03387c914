/** Small changes to the page that leave alone what is so already: a node that is touched is laid out anew. */

/** Let a node say these words. */
export function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/** Let a node have this attribute. */
export function mark(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
