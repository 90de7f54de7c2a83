/// A name that somebody typed and nothing has: an experiment, a split, an option's value.
package struct UnknownName: Error, Hashable, CustomStringConvertible {
  /// What the name was for, such as "experiment" or "value of GENBENCH_RECORD".
  package let kind: String
  package let asked: String
  /// Every name it could have been.
  package let known: [String]

  package init(kind: String, asked: String, known: [String]) {
    self.kind = kind
    self.asked = asked
    self.known = known
  }

  package var suggestions: [String] { Suggestion.nearest(to: asked, among: known) }

  package var description: String {
    let meant = suggestions.isEmpty ? "" : " Did you mean \(suggestions.joined(separator: " or "))?"
    return "unknown \(kind) \"\(asked)\".\(meant) Known: \(known.joined(separator: ", "))".printable
  }
}
