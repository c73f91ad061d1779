// Elements of the page: found by their id, or made.
export const byId = (id) => document.getElementById(id);

// An element with properties and children; a child may be a text.
export function el(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
