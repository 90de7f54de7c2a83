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
