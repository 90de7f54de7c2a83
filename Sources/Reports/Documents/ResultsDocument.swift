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
