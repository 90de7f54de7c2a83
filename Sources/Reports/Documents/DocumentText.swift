import Storage

/// A document as a file holds it: prose that people write, and holes that are filled. A hole stands between its marker
/// and `<!-- end -->`, in a line of prose or around whole blocks.
package struct DocumentText: Equatable, Sendable {
  package struct Hole: Equatable, Sendable {
    package let marker: Marker
    /// All between the two markers, blank lines too.
    package let content: String

    /// The fingerprint of the runs that it was made of; nil where it is not made of runs.
    package var runs: String? { content.firstMatch(of: /<!-- runs ([0-9a-f]+) -->/).map { String($0.1) } }
  }

  /// In order.
  package let holes: [Hole]
  /// What stands before the content of each hole, with its marker, and after the last: never changed.
  private let prose: [String]

  /// - Parameter file: its name in errors.
  package init(_ text: String, file: String) throws(FixtureProblem) {
    var holes: [Hole] = []
    var prose: [String] = []
    var start = text.startIndex
    var open: Marker?
    let comments = text.matches(of: /(?s)<!--((?:(?!-->|<!--).)*)-->/)
    guard comments.count == text.ranges(of: "<!--").count else {
      throw FixtureProblem(file: file, field: "", what: "has a comment that never closes", mend: "close it with -->")
    }
    for comment in comments {
      let line = text.utf8[..<comment.range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
      let marker = try Marker(comment.1, file: file, line: line)
      switch (open, marker.kind) {
      case (let opening?, "end"):
        holes.append(Hole(marker: opening, content: String(text[start..<comment.range.lowerBound])))
        (start, open) = (comment.range.lowerBound, nil)
      case (_?, "runs"): break
      case (let opening?, _):
        throw opening.problem("has no end before line \(line)", mend: Self.ending)
      case (nil, "end"):
        throw marker.problem("ends nothing", mend: "write the marker that it ends, or remove it")
      case (nil, _):
        prose.append(String(text[start..<comment.range.upperBound]))
        (start, open) = (comment.range.upperBound, marker)
      }
    }
    if let open { throw open.problem("has no end", mend: Self.ending) }
    (self.holes, self.prose) = (holes, prose + [String(text[start...])])
  }

  private static let ending = "write <!-- end --> behind what it is filled with"

  /// The whole of it, with other contents in the holes.
  package func filled(_ contents: [String]) -> String {
    precondition(contents.count == holes.count, "\(holes.count) holes are filled with \(contents.count) contents")
    return zip(prose, contents).map { $0 + $1 }.joined() + prose[holes.count]
  }

  package var text: String { filled(holes.map(\.content)) }

  /// The pictures that a text shows, as they are written: `mazes/other-sizes-losses.svg`.
  package static func pictures(in text: String) -> [String] {
    text.matches(of: /!\[.*\]\(([^)]*\.svg)\)/).map { String($0.1) }
  }
}
