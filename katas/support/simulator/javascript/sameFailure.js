/**
 * What a failure is about, without what differs from run to run: the kind of error and its first paragraph, in which
 * numbers, texts, lists and nodes are only said to be there. Two failures with the same shape teach the same thing.
 *
 *     The answers are [done, key], and should be [done]   →   The answers are a list, and should be a list
 *     The answers are [], and should be [done]            →   The answers are [], and should be a list
 */
export function shapeOf(error, nodes) {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const [paragraph] = message.split('\n\n', 1);
  let shape = paragraph.replace(/"[^"]*"|'[^']*'|“[^”]*”/g, 'a text');
  for (let before = ''; before !== shape;) {
    before = shape;
    shape = shape.replace(/\[[^[\]{}]+\]/g, 'a list').replace(/\{[^[\]{}]+\}/g, 'a record');
  }
  for (const node of nodes) shape = shape.split(new RegExp(`\\b${quote(node)}\\b`)).join('<node>');
  return `${name}: ${shape.replace(/-?\d+(\.\d+)?/g, '#')}`;
}

const quote = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
