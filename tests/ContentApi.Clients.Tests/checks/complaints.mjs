/** What the cache has said to the developer. It says a thing once in the life of a program, so it is heard from the start. */
export const complaints = [];

console.warn = console.error = (...words) => complaints.push(words.join(' '));
