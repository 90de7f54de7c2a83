import Testing

@testable import Reports

/// A drawing as a parser sees it, and what of it lies outside of its view box.
struct DrawnChart {
  let page: ParsedPage
  let width: Int
  let height: Int

  /// One in a file of its own or embedded in a page.
  init(_ text: String) throws {
    page = ParsedPage(text)
    try #require(page.problem == nil)
    let root = try #require(page.elements.first)
    let box = (root.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Int($0) }
    try #require(box.count == 4 && root.name == "svg")
    (width, height) = (box[2], box[3])
  }

  func all(_ name: String, look: String) -> [ParsedPage.Element] {
    page.all(name).filter { $0.attributes["class"] == look }
  }

  /// Texts within the drawing; not its title, whose length is the caller's.
  var texts: [ParsedPage.Element] { page.all("text").filter { $0.attributes["class"] != "gb-title" } }

  /// Boxes that leave the view box.
  var outside: [String] {
    let boxes = page.elements.flatMap { element in Self.points(of: element).map { (element, $0) } }
    return boxes.filter { !(0...width).contains($0.1.x) || !(0...height).contains($0.1.y) }
      .map { "\($0.0.name) \($0.0.attributes) \($0.0.text)" }
  }

  /// Corners that an element reaches. A letter of 12 units is about 7 wide.
  private static func points(of element: ParsedPage.Element) -> [SVG.Point] {
    func number(_ name: String) -> Int { element.attributes[name].flatMap { Int($0) } ?? 0 }
    let (x, y) = (number("x"), number("y"))
    switch element.name {
    case "rect": return [SVG.Point(x: x, y: y), SVG.Point(x: x + number("width"), y: y + number("height"))]
    case "line": return [SVG.Point(x: number("x1"), y: number("y1")), SVG.Point(x: number("x2"), y: number("y2"))]
    case "circle":
      let radius = number("r")
      return [-radius, radius].map { SVG.Point(x: number("cx") + $0, y: number("cy") + $0) }
    case "path": return path(element)
    case "text":
      guard element.attributes["class"] != "gb-title" else { return [] }
      let width = 7 * element.text.columns
      let start = ["middle": x - width / 2, "end": x - width][element.attributes["text-anchor"] ?? ""] ?? x
      return [SVG.Point(x: start, y: y - 10), SVG.Point(x: start + width, y: y + 3)]
    default: return []
    }
  }

  static func path(_ element: ParsedPage.Element) -> [SVG.Point] {
    (element.attributes["d"] ?? "").split(whereSeparator: { "MLZ".contains($0) }).compactMap { pair in
      let numbers = pair.split(separator: " ").compactMap { Int($0) }
      return numbers.count == 2 ? SVG.Point(x: numbers[0], y: numbers[1]) : nil
    }
  }
}
