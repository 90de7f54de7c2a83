/// A drawing as one self-contained file: no scripts, nothing loaded, readable on light and dark, with a title and a
/// description for who listens instead of looking. Coordinates are whole units, so the text is the same everywhere.
struct SVG: Equatable, Sendable {
  let width: Int
  let height: Int
  private let title: String
  private let summary: String
  private var body: [String] = []

  init(width: Int, height: Int, title: String, summary: String) {
    (self.width, self.height, self.title, self.summary) = (width, height, title, summary)
    text(title, x: 24, y: 34, class: "gb-title")
    text(summary, x: 24, y: 56, class: "gb-soft")
  }

  /// To stand in a page, whose caption says what this would say on top.
  static func figure(width: Int, height: Int, title: String, summary: String) -> SVG {
    var drawing = SVG(width: width, height: height, title: title, summary: summary)
    drawing.body = []
    return drawing
  }

  enum Anchor: String {
    case start
    case middle
    case end
  }

  mutating func text(_ text: String, x: Int, y: Int, anchor: Anchor = .start, class name: String = "gb-text") {
    let anchoring = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body.append("<text x=\"\(x)\" y=\"\(y)\"\(anchoring) class=\"\(name)\">\(Escape.xml(text))</text>")
  }

  /// `tip` is shown when a mouse rests on it, and read aloud.
  mutating func rectangle(
    x: Int, y: Int, width: Int, height: Int, class name: String, opacity: Int = 100, tip: String? = nil
  ) {
    let shade = opacity == 100 ? "" : " fill-opacity=\"\(opacity)%\""
    let open = "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"\(shade) class=\"\(name)\""
    body.append(tip.map { "\(open)><title>\(Escape.xml($0))</title></rect>" } ?? "\(open)/>")
  }

  mutating func line(from start: Point, to end: Point, class name: String) {
    body.append("<line x1=\"\(start.x)\" y1=\"\(start.y)\" x2=\"\(end.x)\" y2=\"\(end.y)\" class=\"\(name)\"/>")
  }

  mutating func circle(_ centre: Point, radius: Int = 3, class name: String, tip: String? = nil) {
    let open = "<circle cx=\"\(centre.x)\" cy=\"\(centre.y)\" r=\"\(radius)\" class=\"\(name)\""
    body.append(tip.map { "\(open)><title>\(Escape.xml($0))</title></circle>" } ?? "\(open)/>")
  }

  /// Separate strokes that look alike.
  mutating func strokes(_ strokes: [(Point, Point)], class name: String) {
    guard !strokes.isEmpty else { return }
    let places = strokes.map { "M\($0.x) \($0.y)L\($1.x) \($1.y)" }.joined()
    body.append("<path d=\"\(places)\" class=\"\(name)\"/>")
  }

  mutating func path(_ points: [Point], closed: Bool = false, class name: String) {
    let places = points.map { "\($0.x) \($0.y)" }.joined(separator: "L")
    body.append("<path d=\"M\(places)\(closed ? "Z" : "")\" class=\"\(name)\"/>")
  }

  struct Point: Equatable {
    var x: Int
    var y: Int
  }

  var document: String {
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img" class="gb">
      <title>\(Escape.xml(title))</title>
      <desc>\(Escape.xml(summary))</desc>
      <style>
      \(Self.styleSheet)
      </style>
      <rect width="\(width)" height="\(height)" rx="8" class="gb-paper"/>
      """
    return ([head] + body + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Within a page that has the rules of the style sheet. Ids are given once on a page, so the page gives this one.
  func embedded(id: String) -> String {
    let name = Escape.xml(id)
    let head = """
      <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" class="gb" \
      aria-labelledby="\(name)-title \(name)-desc">
      <title id="\(name)-title">\(Escape.xml(title))</title>
      <desc id="\(name)-desc">\(Escape.xml(summary))</desc>
      """
    return ([head] + body + ["</svg>"]).joined(separator: "\n") + "\n"
  }
}
