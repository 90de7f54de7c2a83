/// An XML document, written from front to end.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    text += "\(indent)<\(name)\(Self.written(attributes))>\n"
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    text += "\(indent)</\(name)>\n"
  }

  /// An element with nothing but text in it. Line breaks stay.
  mutating func element(_ name: String, _ attributes: [(String, String)], _ content: String = "") {
    let start = "\(indent)<\(name)\(Self.written(attributes))"
    guard !content.isEmpty else {
      text += start + "/>\n"
      return
    }
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map { Escape.xml(String($0)) }
    text += "\(start)>\(lines.joined(separator: "\n"))</\(name)>\n"
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(Escape.xml($0.1))\"" }.joined()
  }
}
