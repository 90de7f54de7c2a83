import Data
import Testing

@Suite struct UnknownNameTests {
  @Test func theNearestNamesComeFirst() {
    let error = UnknownName("tarin", kind: "graph split", among: ["fine-tune", "train", "brain"])
    #expect(error.nearest == ["train"])
    #expect(error.description == "There is no graph split called \"tarin\". Did you mean train?")
    #expect(UnknownName("rain", kind: "split", among: ["train", "brain", "fine-tune"]).nearest == ["train", "brain"])
  }

  @Test func anythingIsBetterThanNothing() {
    #expect(UnknownName("", kind: "split", among: ["abc", "ab"]).nearest == ["ab"])
    #expect(UnknownName("zzz", kind: "split", among: []).nearest.isEmpty)
  }
}
