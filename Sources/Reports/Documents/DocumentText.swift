/// The text of a document as a file holds it, cut at the marks around what was made of runs.
package struct DocumentText: Equatable, Sendable {
  /// What stands between two marks, with them.
  package struct Region: Equatable, Sendable {
    package let name: String
    /// Of which runs it was made; nil where it only says that it could not be.
    package let runs: String?
    package let text: String
  }

  /// In order.
  package let regions: [Region]
  /// Every line outside of the regions, and for each region a line with its name: all that follows from what is committed.
  package let outline: [String]
  /// The pictures that it shows, as they are written: `mazes/other-sizes-losses.svg`.
  package let pictures: [String]

  package init(_ text: String) {
    var regions: [Region] = []
    var outline: [String] = []
    var open: (name: String, runs: String?, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let now = open {
        open!.lines.append(line)
        guard line == Self.end else { continue }
        regions.append(Region(name: now.name, runs: now.runs, text: open!.lines.joined(separator: "\n")))
        open = nil
      } else if let mark = line.wholeMatch(of: /<!-- runs ([0-9a-f]+|none): (.+) -->/) {
        let name = String(mark.2)
        open = (name, mark.1 == "none" ? nil : String(mark.1), [line])
        outline.append("(\(name))")
      } else {
        outline.append(String(line))
      }
    }
    // A region that never ends is no region.
    outline += open?.lines.map(String.init) ?? []
    self.regions = regions
    self.outline = outline
    pictures = text.matches(of: /!\[.*\]\(([^)]*\.svg)\)/).map { String($0.1) }
  }

  /// The region of this part, if it was made of the very runs that the part would be made of.
  package func stillTrue(of part: MeasuredPart) -> Region? {
    regions.first { $0.name == part.name && $0.runs != nil && $0.runs == part.runs }
  }

  static func region(_ name: String, runs: String?, _ blocks: [String]) -> String {
    (["<!-- runs \(runs ?? "none"): \(name) -->"] + blocks + [end]).joined(separator: "\n\n")
  }

  private static let end = "<!-- end of runs -->"

  static let introduction = """
    This document is written by `swift run genbench report --results`. Its tables of claims are made of the committed
    baselines; what stands between the marks `runs` and `end of runs` is made of finished runs, whose fingerprint the mark
    names.
    """
}
