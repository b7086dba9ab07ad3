/** An element with a text or other elements in it: for pages whose script works without the framework. */
export function make<const Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...contents: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...contents);
  return element;
}
