/// A remark that GitHub shows beside a line of source: a workflow command, printed as a line of its own.
package struct Annotation: Equatable, Sendable {
  package enum Level: String, Sendable, CaseIterable {
    case error
    case warning
    case notice
  }

  package var level: Level
  package var place: SourcePlace?
  package var title: String
  /// May have several lines.
  package var message: String

  package init(_ level: Level, at place: SourcePlace? = nil, title: String, message: String) {
    (self.level, self.place, self.title, self.message) = (level, place, title, message)
  }

  /// `::error file=Tests/A.swift,line=12,title=graphs/on-path::why`, without a line break.
  package var text: String {
    var properties = place.map { [("file", $0.file), ("line", String($0.line))] } ?? []
    properties.append(("title", title))
    let written = properties.map { "\($0.0)=\(Self.escapedProperty($0.1))" }.joined(separator: ",")
    return "::\(level.rawValue) \(written)::\(Self.escaped(message))"
  }

  /// What would end the command or be taken for an escape is written as percent and two hexadecimal digits; line breaks
  /// so written are shown as line breaks. Other characters that nobody sees become visible.
  private static func escaped(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines.map { replaced(Escape.line(String($0)), [("%", "%25")]) }.joined(separator: "%0A")
  }

  private static func escapedProperty(_ text: String) -> String {
    replaced(Escape.line(text), [("%", "%25"), (":", "%3A"), (",", "%2C")])
  }

  private static func replaced(_ text: String, _ pairs: [(Unicode.Scalar, String)]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let pair = pairs.first(where: { $0.0 == scalar }) {
        result += pair.1
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
