/// What only finished runs can show. In the document it stands between two marks, the first of which names the runs, so
/// that a later reader can tell whether they are still those of the baseline.
package struct MeasuredPart: Equatable, Sendable {
  /// Once a document: `slices of graphs/on-path`.
  package var name: String
  /// Identifies the runs of today's baselines; nil where there are none.
  package var runs: String?
  package var content: Content

  package enum Content: Equatable, Sendable {
    case shown([DocumentPart])
    /// In a sentence of Markdown: why not, and what mends it.
    case missing(String)
  }

  package init(_ name: String, runs: String?, _ content: Content) {
    precondition(
      !name.isEmpty && name == Escape.line(name) && !name.contains("--") && !name.contains(">"),
      "\"\(name)\" cannot stand in a mark")
    self.name = name
    self.runs = runs
    self.content = content
  }

  /// Those that are shown.
  package var parts: [DocumentPart] {
    if case .shown(let parts) = content { parts } else { [] }
  }
}
