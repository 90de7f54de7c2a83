import Reports
import Storage

/// The folder of documents: people write their prose, and holes in it are filled from findings.
package struct DocumentFolder: Hashable, Sendable {
  package static let committed = PackageFolder.path + "/docs/results"
  package static let names = [
    "README", "shortest-paths", "shortest-paths-training", "shortest-paths-loops", "handmade-search", "mazes",
    "maze-tokens", "maze-paths", "maze-moves", "powering", "powering-open-items", "higher-powers", "loss-allocation",
    "loss-allocation-sets", "loss-allocation-readings", "scaling", "scaling-law", "scaling-infogain", "scaling-size",
    "scaling-families", "leaks", "biases",
  ]

  package let path: String
  private let names: [String]
  /// Where the documents are read from.
  private let source: String

  /// - Parameters:
  ///   - path: where documents and pictures are written to.
  ///   - source: the folder that they are read from; nil for the same.
  package init(_ path: String, from source: String? = nil, names: [String] = Self.names) {
    (self.path, self.source, self.names) = (path, source ?? path, names)
  }

  /// What became of a document.
  package struct Outcome: Hashable, Sendable {
    package let file: String
    /// Holes that were left as they stood: their runs are not here, and are still those of the baselines.
    package let kept: [String]
    /// Holes that only say that they are missing, and why.
    package let missing: [Missing]
  }

  package struct Missing: Hashable, Sendable {
    package let marker: String
    package let why: String
  }

  /// Fills the holes of a document and writes its pictures, each file whole or not at all, and removes pictures that it
  /// shows no more. What stands outside of its markers is as it was.
  package func write(_ name: String, _ findings: Findings) throws -> Outcome {
    guard let standing = try text(of: name) else { throw missing(name) }
    let fillings = try standing.holes.map { try findings.filling($0, picturesIn: name) }
    let text = standing.filled(fillings.map(\.content))
    let shown = DocumentText.pictures(in: text)
    if !shown.isEmpty { try AtomicFile.makeFolder("\(path)/\(name)") }
    try AtomicFile.makeFolder(path)
    if source != path {
      for picture in shown {
        guard let bytes = try AtomicFile.read("\(source)/\(picture)") else { continue }
        try AtomicFile.write(bytes, to: "\(path)/\(picture)")
      }
    }
    for picture in fillings.flatMap(\.pictures) {
      try AtomicFile.write(Array(picture.svg.utf8), to: "\(path)/\(name)/\(picture.name).svg")
    }
    try AtomicFile.write(Array(text.utf8), to: "\(path)/\(name).md")
    for stranger in try strangers(of: name, showing: shown) { try AtomicFile.remove(stranger) }
    let holes = zip(standing.holes.map(\.marker.words), fillings)
    return Outcome(
      file: "\(path)/\(name).md", kept: holes.filter { $1.isKept }.map { $0.0 },
      missing: holes.compactMap { marker, filling in filling.missing.map { Missing(marker: marker, why: $0) } })
  }

  /// Every way in which the committed documents are not what they should be; none when all is well.
  ///
  /// - Parameter findings: made of what is committed alone: no run is at hand.
  package func problems(_ findings: Findings) throws -> [FixtureProblem] {
    var problems = try names.flatMap { try self.problems($0, findings) }
    for file in try AtomicFile.files(under: path) {
      if names.contains(where: { file == "\(path)/\($0).md" || file.hasPrefix("\(path)/\($0)/") }) { continue }
      problems.append(FixtureProblem(file: file, field: "", what: "belongs to no document", mend: "git rm '\(file)'"))
    }
    return problems
  }

  private func problems(_ name: String, _ findings: Findings) throws -> [FixtureProblem] {
    guard let standing = try text(of: name) else { return [missing(name)] }
    func problem(_ file: String, _ field: String, _ what: String) -> FixtureProblem {
      FixtureProblem(file: file, field: field, what: what, mend: "swift run genbench report --results \(name)")
    }
    var problems: [FixtureProblem] = []
    for hole in standing.holes {
      let due = try findings.filling(hole, picturesIn: name)
      for picture in due.pictures {
        let file = "\(path)/\(name)/\(picture.name).svg"
        guard let drawn = try AtomicFile.read(file), drawn != Array(picture.svg.utf8) else { continue }
        problems.append(problem(file, "", "is not what the baselines draw"))
      }
      guard due.content != hole.content else { continue }
      let what =
        hole.runs == nil ? hole.difference(from: due.content) : "was made of other runs than the baseline's"
      problems.append(problem("\(source)/\(name).md", "line \(hole.marker.line): \(hole.marker.words)", what))
    }
    let shown = DocumentText.pictures(in: standing.text)
    for picture in shown where try AtomicFile.read("\(path)/\(picture)") == nil {
      problems.append(problem("\(path)/\(picture)", "", "is missing"))
    }
    for stranger in try strangers(of: name, showing: shown) {
      problems.append(problem(stranger, "", "is shown nowhere"))
    }
    return problems
  }

  private func text(of name: String) throws -> DocumentText? {
    let file = "\(source)/\(name).md"
    return try AtomicFile.read(file).map { try DocumentText(String(decoding: $0, as: UTF8.self), file: file) }
  }

  private func missing(_ name: String) -> FixtureProblem {
    let file = "\(source)/\(name).md"
    return FixtureProblem(file: file, field: "", what: "is missing", mend: "git checkout -- '\(file)'")
  }

  /// Files beside a document that it does not show.
  private func strangers(of name: String, showing pictures: [String]) throws(FileProblem) -> [String] {
    let shown = Set(pictures.map { "\(path)/\($0)" })
    return try AtomicFile.files(under: "\(path)/\(name)").filter { !shown.contains($0) }
  }
}

extension DocumentText.Hole {
  /// The first line that is another.
  fileprivate func difference(from due: String) -> String {
    let (standing, due) = (content.split(separator: "\n"), due.split(separator: "\n"))
    let same = zip(standing, due).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> String { same < lines.count ? "\"\(lines[same])\"" : "no line" }
    return "says \(line(standing)) where the baselines say \(line(due))"
  }
}
