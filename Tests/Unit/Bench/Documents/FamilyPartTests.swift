import Testing

@testable import Bench
@testable import Instruments
@testable import Judging

@Suite struct FamilyPartTests {
  @Test func everyInstrumentHasAPictureButThese() {
    let watched = Experiment.all(.standard).filter { $0.instrumentation != nil }
    let bare = watched.filter { !($0.instrumentation?.instrument is any PicturedInstrument) }
    #expect(
      Set(bare.map(\.id)) == [
        "lca/coin-flip", "lca/layers", "lca/chords", "scaling/transfer", "scaling/plateau",
        "scaling/infogain", "scaling/infogain-larger", "scaling/generative-sorted", "scaling/generative-larger",
        "scaling/powers", "scaling/mazes",
      ])
    for experiment in watched {
      guard let instrument = experiment.instrumentation?.instrument as? any PicturedInstrument else { continue }
      #expect(!instrument.pictures.isEmpty, "\(experiment.id)")
    }
  }
}
