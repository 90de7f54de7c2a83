import Storage
import Testing

@testable import Reports

/// A document is cut at its markers, and what stands outside of them never changes.
@Suite struct DocumentTextTests {
  private let text = """
    # Made up
    It is <!-- value a/b claim="one, two" -->1.0<!-- end --> off.

    <!-- slices a/b c/d split=graphs/train
      after="train, fine-tune" -->

    <!-- runs 0a -->

    ![By size](made-up/by-size.svg)

    <!-- end -->

    The end.

    """

  private func read(_ text: String) throws -> DocumentText { try DocumentText(text, file: "made-up.md") }

  private func problem(_ text: String) -> String {
    do {
      _ = try read(text)
      return "none"
    } catch { return "\(error)" }
  }

  @Test func aTextIsCutAtItsMarkers() throws {
    let document = try read(text)
    #expect(document.holes.map(\.marker.kind) == ["value", "slices"] && document.holes.map(\.marker.line) == [2, 4])
    #expect(document.holes[0].content == "1.0" && document.holes[0].marker.options == ["claim": "one, two"])
    #expect(document.holes[1].marker.names == ["a/b", "c/d"] && document.holes.map(\.runs) == [nil, "0a"])
    #expect(document.holes[1].marker.options == ["split": "graphs/train", "after": "train, fine-tune"])
    #expect(document.text == text && DocumentText.pictures(in: text) == ["made-up/by-size.svg"])
  }

  @Test func whatStandsOutsideNeverChanges() throws {
    let document = try read(text)
    let other = document.filled(["2.5", "\n\nOther words.\n\n"])
    let due = text.replacing("1.0", with: "2.5").replacing(document.holes[1].content, with: "\n\nOther words.\n\n")
    #expect(other == due)
    #expect(try read(other).filled(document.holes.map(\.content)) == text)
  }

  @Test func aMarkerWithoutAnEndIsNamed() {
    #expect(
      problem("\n<!-- claims a/b -->\n1\n") == "made-up.md: line 2: the marker \"claims a/b\" has no end. "
        + "To mend it: write <!-- end --> behind what it is filled with")
    let second = problem("<!-- claims a/b -->\n\n<!-- claims c/d -->")
    #expect(second.contains("line 1: the marker \"claims a/b\" has no end before line 3."))
    #expect(problem("1\n<!-- end -->").contains("line 2: the marker \"end\" ends nothing."))
    #expect(problem("<!-- claims a/b -->1<!-- end").contains("has a comment that never closes"))
  }

  @Test(arguments: [
    "<!-- -->", "<!-- claims \"a/b\" -->", "<!-- claims a/b split=\"x -->", "<!-- claims split=x split=y -->",
    "<!-- claims a=b=c\" -->",
  ])
  func aMarkerThatCannotBeReadIsNamed(marker: String) {
    #expect(problem("\(marker)<!-- end -->").hasPrefix("made-up.md: line 1: the marker \""))
    #expect(problem("\(marker)<!-- end -->").contains("cannot be read from \""))
  }
}
