/// A piece of a page. Text becomes harmless when it is written, so no name can turn into markup.
///
/// What is written is XML and HTML at once: a browser reads it, and so does any parser of XML.
indirect enum Node: Equatable, Sendable {
  case text(String)
  case group([Node])
  case element(name: String, attributes: [Attribute], content: Node)
  case drawing(SVG, id: String)

  struct Attribute: Equatable, Sendable {
    var name: String
    var value: String
  }

  static var nothing: Node { .group([]) }

  /// `<name class="kind" ...>content</name>`; an attribute that is nil is left out.
  static func tag(
    _ name: String, class kind: String? = nil, id: String? = nil, _ attributes: KeyValuePairs<String, String?>,
    _ content: Node = .nothing
  ) -> Node {
    let all = [("id", id), ("class", kind)] + attributes.map { ($0.key, $0.value) }
    return .element(
      name: name, attributes: all.compactMap { name, value in value.map { Attribute(name: name, value: $0) } },
      content: content)
  }

  static func tag(_ name: String, class kind: String? = nil, id: String? = nil, _ content: Node = .nothing) -> Node {
    .tag(name, class: kind, id: id, [:], content)
  }

  /// Items between which `separator` stands.
  static func joined(_ items: [Node], _ separator: Node) -> Node {
    .group(items.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [separator, $0.element] })
  }

  /// Heard by who listens to a page, and seen by nobody.
  static func heard(_ text: String) -> Node { .tag("span", class: "heard", .text(text)) }

  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .group(let nodes): nodes.allSatisfy(\.isEmpty)
    case .element, .drawing: false
    }
  }
}

extension Node: ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self = .text(text) }
}

extension Node: ExpressibleByArrayLiteral {
  init(arrayLiteral nodes: Node...) { self = .group(nodes) }
}

extension Node {
  /// The same on every machine. A line ends after what a person would put on a line of its own.
  var markup: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .text(let content): text += Escape.xml(content)
    case .group(let nodes): for node in nodes { node.write(to: &text) }
    case .drawing(let drawing, let id): text += drawing.embedded(id: id)
    case .element(let name, let attributes, let content):
      text += "<\(name)"
      for attribute in attributes { text += " \(attribute.name)=\"\(Escape.xml(attribute.value))\"" }
      if Self.neverFilled.contains(name) {
        text += "/>"
      } else {
        text += ">"
        content.write(to: &text)
        text += "</\(name)>"
      }
      if Self.ownLine.contains(name) { text += "\n" }
    }
  }

  /// HTML's void elements, and shapes without tips.
  private static let neverFilled: Set = ["br", "col", "img", "meta", "link", "rect", "line", "circle", "path"]

  private static let ownLine: Set = [
    "article", "aside", "caption", "dd", "details", "div", "dl", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "header", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tr",
    "ul",
  ]
}
