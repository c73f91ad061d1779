// Copying text.

/**
 * Copies a text and says whether it is in the clipboard now. Some browsers and frames let a page
 * copy only what is marked: there the text is marked in its box.
 * @param {string} text
 * @param {HTMLTextAreaElement} box holds the text
 * @returns {Promise<boolean>}
 */
export async function copied(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box.select();
    return document.execCommand("copy");
  }
}
