/// A drawing in a file beside the document.
package struct DocumentPicture: Equatable, Sendable {
  /// Of its file, without the ending: `other-sizes-losses`.
  package var name: String
  /// What it shows, also for who cannot see it.
  package var title: String
  package var svg: String

  package init(_ name: String, title: String, svg: String) {
    precondition(Self.isName(name), "\"\(name)\" is no name of a picture: words-with-hyphens")
    (self.name, self.title, self.svg) = (name, title, svg)
  }

  package static func isName(_ name: String) -> Bool { name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil }
}
