import Testing

@testable import Reports

@Suite struct AnchorsTests {
  @Test func anAnchorIsReadable() {
    var anchors = Anchors()
    #expect(anchors.anchor(for: "graphs/on-path Small-target n=8...15") == "graphs-on-path-small-target-n-8-15")
  }

  @Test func noAnchorIsGivenTwice() {
    var anchors = Anchors()
    let names = ["a b", "a-b", "A/B", "a b 2", "", "語", "main", "provenance"]
    let given = names.map { anchors.anchor(for: $0) }
    #expect(given == ["a-b", "a-b-2", "a-b-3", "a-b-2-2", "claim", "claim-2", "main-2", "provenance-2"])
  }

  @Test func partsCannotMeetOtherAnchors() {
    var anchors = Anchors()
    let long = String(repeating: "x", count: 79)
    for name in ["--a--name--", "a  name", "\(long) \(long)"] {
      let anchor = anchors.anchor(for: name)
      #expect(!anchor.contains("--") && anchor.last != "-" && anchor.count <= 80, "\(anchor)")
    }
  }
}
