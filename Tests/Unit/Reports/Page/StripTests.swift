import Testing

@testable import Reports

@Suite struct StripTests {
  private static let axis = Axis(.linear, covering: [0, 10])

  private static func markup(_ draw: (inout Strip) -> Void) -> String {
    var strip = Strip(axis)
    draw(&strip)
    return strip.node.markup
  }

  @Test func aMarkStandsAtItsShareOfTheWidth() {
    #expect(Self.markup { $0.dot(2.5, class: "x") }.contains("<circle class=\"x\" cx=\"25%\" cy=\"13\" r=\"5\"/>"))
    #expect(Self.markup { $0.rule(10, class: "x") }.contains("x1=\"100%\" y1=\"0\" x2=\"100%\" y2=\"100%\""))
    #expect(
      Self.markup { $0.bar(7, class: "x") }.contains("<rect class=\"x\" x=\"0%\" y=\"8\" width=\"70%\" height=\"10\"/>")
    )
  }

  @Test func whatLiesOutsideIsAnArrowAtThatEnd() {
    for value in [11, Double.infinity, 1e200] {
      let markup = Self.markup { $0.dot(value, class: "x") }
      #expect(markup.contains("x=\"100%\"") && markup.contains("<path") && !markup.contains("<circle"))
    }
    #expect(Self.markup { $0.diamond(-1, class: "x") }.contains("<svg x=\"0%\""))
    #expect(!Self.markup { $0.rule(11, class: "x") }.contains("<line"))
  }

  @Test func anIntervalWithoutEndRunsToTheEdgeAndHasNoStrokeThere() {
    let markup = Self.markup { $0.span(Interval(2, .infinity), class: "x") }
    #expect(markup.contains("x1=\"20%\" y1=\"13\" x2=\"100%\" y2=\"13\""))
    #expect(markup.components(separatedBy: "<line").count == 3)
  }

  @Test func notANumberHasNoPlace() {
    let markup = Self.markup { strip in
      strip.dot(.nan, class: "x")
      strip.span(Interval(.nan, 1), class: "x")
      strip.bar(.nan, class: "x")
      strip.band(from: .nan, to: 1, class: "x")
      strip.rule(.nan, class: "x")
    }
    #expect(!markup.contains("class=\"x\""))
  }

  @Test func anAxisHasRoomAroundItsBound() {
    let axis = Axis(.linear, covering: [0.1, 0.2], around: 0.25)
    #expect(axis.upper > 0.25 && axis.lower >= 0)
    #expect(Axis(.linear, covering: [0.5, 3], around: 0.02).lower == 0)
    #expect(Axis(.linear, covering: [-3, 1], around: -2.9).lower < -3)
    #expect(Axis(.linear, covering: [.nan, .infinity], around: nil) == Axis(.linear, covering: []))
  }
}
