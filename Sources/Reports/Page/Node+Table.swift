extension Node {
  /// A table that says what it shows, with a head for each column.
  static func table(class kind: String, caption: Node, head: [Node], rows: [Node]) -> Node {
    .tag(
      "table", class: kind,
      [
        .tag("caption", caption), .tag("thead", .tag("tr", .group(head))), .tag("tbody", .group(rows)),
      ])
  }

  static func row(class kind: String? = nil, _ cells: [Node]) -> Node { .tag("tr", class: kind, .group(cells)) }

  static func columnHead(_ name: Node, class kind: String? = nil) -> Node {
    .tag("th", class: kind, ["scope": "col"], name)
  }

  static func rowHead(_ name: Node, class kind: String? = nil) -> Node {
    .tag("th", class: kind, ["scope": "row"], name)
  }

  static func cell(_ content: Node, class kind: String? = nil) -> Node { .tag("td", class: kind, content) }

  /// Digits below digits.
  static func number(_ text: String) -> Node { .tag("td", class: "number", .text(text)) }

  /// A term and what is said about it, for a list of facts.
  static func fact(_ term: String, _ description: Node) -> Node {
    .tag("div", [.tag("dt", .text(term)), .tag("dd", description)])
  }

  /// What may be wider than the screen: it moves by itself, also by keyboard, and the page does not.
  static func scrolling(_ name: String, _ content: Node) -> Node {
    .tag("div", class: "scroll", ["tabindex": "0", "role": "group", "aria-label": name], content)
  }

  /// A line to copy: one click selects it.
  static func command(_ text: String) -> Node { .tag("pre", class: "command", .tag("code", .text(text))) }
}
