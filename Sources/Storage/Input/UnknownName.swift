/// A name that somebody typed and nothing has: an experiment, a split, an option's value.
package struct UnknownName: Error, Hashable, CustomStringConvertible {
  /// What the name was for, such as "experiment" or "value of GENBENCH_RECORD".
  package let kind: String
  package let asked: String
  /// Every name it could have been.
  package let known: [String]
  /// Those of them that had the asked name once.
  package let renamed: [String]

  package init(kind: String, asked: String, known: [String], renamed: [String] = []) {
    self.kind = kind
    self.asked = asked
    self.known = known
    self.renamed = renamed
  }

  package var suggestions: [String] { Suggestion.nearest(to: asked, among: known) }

  package var description: String {
    "unknown \(kind) \"\(asked)\".\(meant) Known: \(known.joined(separator: ", "))".printable
  }

  private var meant: String {
    guard renamed.isEmpty else { return " It is called \(renamed.joined(separator: " or ")) now." }
    return suggestions.isEmpty ? "" : " Did you mean \(suggestions.joined(separator: " or "))?"
  }
}
