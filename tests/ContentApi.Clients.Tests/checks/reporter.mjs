/** Tells every test as one line of JSON: its name, and what was wrong or null. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:pass' || type === 'test:fail') {
      const error = type === 'test:fail' ? (data.details.error.cause?.stack ?? data.details.error.message) : null;
      yield `${JSON.stringify({ name: data.name, error })}\n`;
    }
  }
}
