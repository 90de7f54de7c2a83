import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page as a parser of XML sees it: every element with its attributes and all text within it.
final class ParsedPage: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// Places of the elements around it, outermost first.
    var around: [Int]
  }

  private(set) var elements: [Element] = []
  private(set) var problem: String?
  private var open: [Int] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "not well-formed")"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes, around: open))
    open.append(elements.count - 1)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for place in open { elements[place].text += text }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

  /// Elements of one name within the element of an id.
  func all(_ name: String, within id: String) -> [Element] {
    guard let outer = elements.firstIndex(where: { $0.attributes["id"] == id }) else { return [] }
    return elements.filter { $0.name == name && $0.around.contains(outer) }
  }

  func text(of id: String) -> String? { elements.first { $0.attributes["id"] == id }?.text }

  func parent(of element: Element) -> Element? { element.around.last.map { elements[$0] } }
}
