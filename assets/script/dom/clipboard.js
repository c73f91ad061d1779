// Copying text.

// Whether the text is in the clipboard now. box: a text area that holds it, for browsers and frames
// that let a page copy only what is marked.
export async function copied(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box.select();
    return document.execCommand("copy");
  }
}
