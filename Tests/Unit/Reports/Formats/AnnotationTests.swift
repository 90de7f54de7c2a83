import Reports
import Testing

@Suite struct AnnotationTests {
  @Test func anErrorNamesItsPlaceAndKeepsItsLines() {
    let annotation = Annotation(
      .error, at: SourcePlace(file: "Tests/A.swift", line: 12), title: "a", message: "one\ntwo")
    #expect(annotation.text == "::error file=Tests/A.swift,line=12,title=a::one%0Atwo")
  }

  @Test func withoutAPlaceThereIsOnlyATitle() {
    #expect(Annotation(.warning, title: "t", message: "m").text == "::warning title=t::m")
  }

  @Test func whatWouldEndThePropertyOrTheMessageIsEscaped() {
    let place = SourcePlace(file: "a,b:c%d.swift", line: 1)
    let annotation = Annotation(.notice, at: place, title: "x::y,z\r\n", message: "50 %\r\n::error::no\rnot")
    #expect(
      annotation.text
        == "::notice file=a%2Cb%3Ac%25d.swift,line=1,title=x%3A%3Ay%2Cz\\r\\n::50 %25%0A::error::no%0Anot")
    #expect(!annotation.text.contains { $0.isNewline })
  }

  @Test func onlyFailedClaimsAreAnnotated() {
    let annotations = Sample.run.annotations
    #expect(annotations.count == 1)
    #expect(annotations[0].place == SourcePlace(file: "Tests/Generalization/ShortestPathsTests.swift", line: 7))
    #expect(annotations[0].title == "graphs/on-path small-target n=8...15")
    #expect(annotations[0].message.hasPrefix("x graphs/on-path  small-target n=8...15   squared error 0.141 "))
    #expect(annotations[0].message.contains("rerun: tools/test --filter 'ShortestPaths/onPathSmallTarget'"))
  }
}
