/// A name that nothing has, and the existing names most like it.
package struct UnknownName: Error, Hashable, Sendable, CustomStringConvertible {
  package let name: String
  /// What was looked for: "graph split".
  package let kind: String
  /// The names that share the smallest edit distance, and all others within a third of the name's length, nearest
  /// first.
  package let nearest: [String]

  package init(_ name: String, kind: String, among names: [String]) {
    let ranked = names.enumerated().map { (distance: editDistance(name, $1), place: $0, name: $1) }.sorted {
      ($0.distance, $0.place) < ($1.distance, $1.place)
    }
    let reach = max(ranked.first?.distance ?? 0, name.count / 3)
    (self.name, self.kind) = (name, kind)
    nearest = ranked.prefix { $0.distance <= reach }.map(\.name)
  }

  package var description: String {
    let mend = nearest.isEmpty ? "There is none." : "Did you mean \(nearest.joined(separator: ", or "))?"
    return "There is no \(kind) called \"\(name)\". \(mend)"
  }
}

/// The fewest insertions, deletions and replacements of characters that turn one text into the other (Levenshtein).
func editDistance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var row = Array(0...second.count)
  for (i, character) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in second.indices {
      let replaced = diagonal + (character == second[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[second.count]
}
