import Foundation
import Storage
import Testing

/// Every link of a document leads somewhere: to a file of this package, and to a heading of it.
@Suite struct LinksTests {
  struct Link: Hashable, CustomStringConvertible {
    let file: String
    let target: String
    var description: String { "\(file): \(target)" }
  }

  static let documents: [String] = {
    let folders = ["docs", "examples", "tools"].map { "\(PackageFolder.path)/\($0)" }
    let inside = folders.flatMap { (try? AtomicFile.files(under: $0)) ?? [] }.filter { $0.hasSuffix(".md") }
    return ["README.md", "CONTRIBUTING.md"].map { "\(PackageFolder.path)/\($0)" } + inside
  }()

  private static func text(_ file: String) throws -> String {
    String(decoding: try AtomicFile.read(file) ?? [], as: UTF8.self)
  }

  /// Without code: what stands there is no link.
  static func links(of text: String, in file: String) -> [Link] {
    let prose = text.replacing(/(?ms)^```.*?^```/, with: "").replacing(/`[^`\n]*`/, with: "")
    return prose.matches(of: /\]\(([^)\s]+)\)/).map { Link(file: file, target: String($0.1)) }
  }

  /// As GitHub makes it: lowercase, words joined by hyphens, without punctuation.
  static func anchor(_ heading: Substring) -> String {
    heading.lowercased().compactMap { character in
      character == " " ? "-" : character.isLetter || character.isNumber || "-_".contains(character) ? character : nil
    }.map(String.init).joined()
  }

  /// Why a link leads nowhere; nil where it leads somewhere, or out of the package.
  static func problem(_ link: Link, _ headings: (String) throws -> [String]) rethrows -> String? {
    guard !link.target.contains("://"), !link.target.hasPrefix("mailto:") else { return nil }
    let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let folder = URL(filePath: link.file).deletingLastPathComponent()
    let file = parts[0].isEmpty ? link.file : folder.appending(path: parts[0]).standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: file) else { return "\(link) is not there" }
    guard parts.count == 2, !(try headings(file).contains(parts[1])) else { return nil }
    return "\(link) is no heading of \(file)"
  }

  private static func headings(of file: String) throws -> [String] {
    let text = try text(file).replacing(/(?ms)^```.*?^```/, with: "")
    return text.matches(of: /(?m)^#+ (.+)$/).map { anchor($0.1) }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let links = try Self.documents.flatMap { Self.links(of: try Self.text($0), in: $0) }
    #expect(links.count > 50 && Self.documents.count > 20)
    let problems = try links.compactMap { try Self.problem($0, Self.headings) }
    #expect(problems == [])
  }

  @Test func whatLeadsNowhereIsFound() throws {
    let file = "\(PackageFolder.path)/docs/README.md"
    let text = "[a](no-such.md) `[b](code.md)` [c](README.md#no-heading)\n```\n[d](code.md)\n```\n[e](https://f.g)"
    let links = Self.links(of: text, in: file)
    #expect(links.map(\.target) == ["no-such.md", "README.md#no-heading", "https://f.g"])
    #expect(links.map { Self.problem($0) { _ in ["heading"] } != nil } == [true, true, false])
    #expect(
      Self.anchor("Where the path starts: loss, positions, `sizes`") == "where-the-path-starts-loss-positions-sizes")
  }
}
