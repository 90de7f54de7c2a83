extension ResultsDocument {
  /// Its text. The same document gives the same text: nothing of the day or the machine is in it.
  ///
  /// - Parameter kept: the document as it stands. A part whose runs are not at hand is left as it is there, if it was made
  ///   of the runs that the baselines name today.
  package func markdown(keeping kept: DocumentText? = nil) -> String {
    let blocks =
      ["# \(Escape.markdown(title))", DocumentText.introduction]
      + sections.flatMap { section in
        ["## \(Escape.markdown(section.title))"] + section.parts.map { markdown($0, kept) }
      }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The pictures that it draws itself.
  package var pictures: [DocumentPicture] { Self.pictures(in: sections.flatMap(\.parts)) }

  /// Parts that were not shown, whether or not the document as it stands still has them.
  package var missing: [MeasuredPart] {
    measured.filter { if case .missing = $0.content { true } else { false } }
  }

  private func markdown(_ part: DocumentPart, _ kept: DocumentText?) -> String {
    switch part {
    case .text(let text): text.trimmed
    case .note(let text):
      text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
        .joined(separator: "\n")
    case .table(let table): table.markdown
    case .picture(let picture): "![\(Escape.markdown(picture.title))](\(name)/\(picture.name).svg)"
    case .measured(let measured): markdown(measured, kept)
    }
  }

  private func markdown(_ measured: MeasuredPart, _ kept: DocumentText?) -> String {
    switch measured.content {
    case .shown(let parts):
      return DocumentText.region(measured.name, runs: measured.runs, parts.map { markdown($0, nil) })
    case .missing(let why):
      return kept?.stillTrue(of: measured)?.text
        ?? DocumentText.region(measured.name, runs: nil, ["> **Not shown.** \(why)"])
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}
