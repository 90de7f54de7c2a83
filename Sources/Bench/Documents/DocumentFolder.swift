import Reports
import Storage

/// The folder of documents: written from findings, and held against what is committed.
package struct DocumentFolder: Hashable, Sendable {
  package static let committed = PackageFolder.path + "/docs/results"

  package let path: String

  package init(_ path: String) { self.path = path }

  /// What became of a document.
  package struct Outcome: Hashable, Sendable {
    package let file: String
    /// Parts that were left as they stood: their runs are not here, and are still those of the baselines.
    package let kept: [String]
    /// Parts that only say that they are missing, and why.
    package let missing: [MissingPart]
  }

  package struct MissingPart: Hashable, Sendable {
    package let name: String
    package let why: String
  }

  /// Writes the document and its pictures, each file whole or not at all, and removes pictures that it shows no more.
  package func write(_ document: ResultsDocument) throws -> Outcome {
    let standing = try text(of: document.name)
    let text = document.markdown(keeping: standing)
    if !document.pictures.isEmpty { try AtomicFile.makeFolder("\(path)/\(document.name)") }
    try AtomicFile.makeFolder(path)
    for picture in document.pictures {
      try AtomicFile.write(Array(picture.svg.utf8), to: "\(path)/\(document.name)/\(picture.name).svg")
    }
    try AtomicFile.write(Array(text.utf8), to: file(document.name))
    for stranger in try strangers(of: document.name, showing: DocumentText(text).pictures) {
      try AtomicFile.remove(stranger)
    }
    let kept = document.missing.filter { standing?.stillTrue(of: $0) != nil }.map(\.name)
    return Outcome(
      file: file(document.name), kept: kept,
      missing: document.missing.compactMap { part in
        guard case .missing(let why) = part.content, !kept.contains(part.name) else { return nil }
        return MissingPart(name: part.name, why: why)
      })
  }

  /// Every way in which the committed documents are not what they should be; none when all is well.
  ///
  /// - Parameter documents: all of them, made of what is committed alone: no run is at hand.
  package func problems(_ documents: [ResultsDocument]) throws -> [FixtureProblem] {
    var problems: [FixtureProblem] = []
    for document in documents { problems += try self.problems(document) }
    let known = documents.map { file($0.name) }
    for file in try AtomicFile.files(under: path) where !known.contains(file) {
      if documents.contains(where: { file.hasPrefix("\(path)/\($0.name)/") }) { continue }
      problems.append(FixtureProblem(file: file, field: "", what: "belongs to no document", mend: "git rm '\(file)'"))
    }
    return problems
  }

  private func problems(_ document: ResultsDocument) throws -> [FixtureProblem] {
    func problem(_ file: String, _ field: String, _ what: String) -> FixtureProblem {
      FixtureProblem(
        file: file, field: field, what: what, mend: "swift run genbench report --results \(document.name)")
    }
    let file = file(document.name)
    guard let standing = try text(of: document.name) else { return [problem(file, "", "is missing")] }
    let due = DocumentText(document.markdown())
    var problems: [FixtureProblem] = []
    if standing.outline != due.outline {
      let same = zip(standing.outline, due.outline).prefix { $0 == $1 }.count
      func line(_ lines: [String]) -> String { same < lines.count ? "\"\(lines[same])\"" : "no line" }
      problems.append(
        problem(file, "", "says \(line(standing.outline)) where the baselines say \(line(due.outline))"))
    }
    for part in document.measured {
      guard let region = standing.regions.first(where: { $0.name == part.name }), let runs = region.runs else {
        continue
      }
      if runs != part.runs { problems.append(problem(file, part.name, "was made of other runs than the baseline's")) }
    }
    for picture in standing.pictures where try AtomicFile.read("\(path)/\(picture)") == nil {
      problems.append(problem("\(path)/\(picture)", "", "is missing"))
    }
    for stranger in try strangers(of: document.name, showing: standing.pictures) {
      problems.append(problem(stranger, "", "is shown nowhere"))
    }
    return problems
  }

  private func file(_ name: String) -> String { "\(path)/\(name).md" }

  private func text(of name: String) throws(FileProblem) -> DocumentText? {
    try AtomicFile.read(file(name)).map { DocumentText(String(decoding: $0, as: UTF8.self)) }
  }

  /// Files beside a document that it does not show.
  private func strangers(of name: String, showing pictures: [String]) throws(FileProblem) -> [String] {
    let shown = Set(pictures.map { "\(path)/\($0)" })
    return try AtomicFile.files(under: "\(path)/\(name)").filter { !shown.contains($0) }
  }
}
