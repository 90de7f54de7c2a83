/// A piece of what is written between two markers.
package enum DocumentPart: Equatable, Sendable {
  /// Markdown, as its author wrote it.
  case text(String)
  case table(DocumentTable)
  case picture(DocumentPicture)

  /// - Parameter folder: where the document's pictures stand, as seen from the document.
  package func markdown(picturesIn folder: String) -> String {
    switch self {
    case .text(let text): text
    case .table(let table): table.markdown
    case .picture(let picture): "![\(Escape.markdown(picture.title))](\(folder)/\(picture.name).svg)"
    }
  }

  package var drawn: DocumentPicture? {
    if case .picture(let picture) = self { picture } else { nil }
  }
}
