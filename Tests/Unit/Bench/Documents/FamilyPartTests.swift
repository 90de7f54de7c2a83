import Testing

@testable import Bench
@testable import Judging

@Suite struct FamilyPartTests {
  @Test func everyPictureOfAReportIsOfAnExperimentWithAnInstrument() throws {
    for (id, parts) in FamilyPart.inReports {
      #expect(try Experiment.named(id, .standard).instrumentation != nil, "\(id) is watched by nothing")
      #expect(!parts.isEmpty)
    }
    let watched = Experiment.suite(.standard).filter { $0.instrumentation != nil }.map(\.id)
    let bare = Set(watched).subtracting(FamilyPart.inReports.keys)
    #expect(bare == ["lca/coin-flip", "lca/layers", "scaling/transfer", "scaling/plateau"], "these have no picture")
  }
}
