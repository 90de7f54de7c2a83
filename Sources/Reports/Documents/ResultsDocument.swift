/// What was measured, as a document for people: sections of text, tables and pictures.
package struct ResultsDocument: Equatable, Sendable {
  /// Of its file, without the ending: `shortest-paths`. Its pictures stand in a folder of the same name.
  package var name: String
  package var title: String
  package var sections: [Section]

  package struct Section: Equatable, Sendable {
    package var title: String
    package var parts: [DocumentPart]

    package init(_ title: String, _ parts: [DocumentPart]) {
      self.title = title
      self.parts = parts
    }
  }

  package init(_ name: String, title: String, sections: [Section]) {
    precondition(
      name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\"\(name)\" is no name of a document: words-with-hyphens")
    self.name = name
    self.title = title
    self.sections = sections
    let measured = self.measured.map(\.name)
    precondition(Set(measured).count == measured.count, "\(name): two measured parts have one name: \(measured)")
    let pictures = Self.pictures(in: sections.flatMap(\.parts)).map(\.name)
    precondition(Set(pictures).count == pictures.count, "\(name): two pictures have one name: \(pictures)")
  }

  /// The parts that only runs can show, in order.
  package var measured: [MeasuredPart] {
    sections.flatMap(\.parts).compactMap { part in
      if case .measured(let measured) = part { measured } else { nil }
    }
  }

  static func pictures(in parts: [DocumentPart]) -> [DocumentPicture] {
    parts.flatMap { part -> [DocumentPicture] in
      switch part {
      case .picture(let picture): [picture]
      case .measured(let measured): pictures(in: measured.parts)
      case .text, .note, .table: []
      }
    }
  }
}

/// A piece of a section.
package enum DocumentPart: Equatable, Sendable {
  /// Markdown, as its author wrote it.
  case text(String)
  /// The same, set apart: what the reader must not overlook.
  case note(String)
  case table(DocumentTable)
  case picture(DocumentPicture)
  case measured(MeasuredPart)
}

/// A drawing in a file beside the document.
package struct DocumentPicture: Equatable, Sendable {
  /// Of its file, without the ending: `other-sizes-losses`.
  package var name: String
  /// What it shows, also for who cannot see it.
  package var title: String
  package var svg: String

  package init(_ name: String, title: String, svg: String) {
    precondition(
      name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\"\(name)\" is no name of a picture: words-with-hyphens")
    self.name = name
    self.title = title
    self.svg = svg
  }
}

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
