import Seeds
import Testing

@testable import Learning

@Suite struct EncoderTests {
  @Test func theSeedsElevenLayersHave550433Parameters() {
    let seed = Encoder(
      EncoderShape(
        vocabulary: 17, idsPerToken: 2, combination: .concatenate, width: 64, layerCount: 11, headCount: 2,
        hiddenWidth: 256, activation: .relu, normOrder: .post, outputs: 1))
    #expect(seed.layout.count == 550_433)
    #expect(seed.layout["embedding"]?.count == 544)
    #expect(seed.layout["head.weight"]?.count == 64)
  }

  @Test func aLayersFirstValuesDoNotDependOnTheLayersBesideIt() {
    var shape = ReferenceModel.encoder(.pre).shape
    let shallow = Encoder(shape)
    shape.layerCount = 3
    let deep = Encoder(shape)
    let seed = Seed(root: 7)
    let head = "head.weight"
    let shallowValues = shallow.layout.initialValues(seed: seed)[shallow.layout[head]!.range]
    let deepValues = deep.layout.initialValues(seed: seed)[deep.layout[head]!.range]
    #expect(Array(shallowValues) == Array(deepValues))
    #expect(Set(shallowValues).count == shallowValues.count)
  }

  @Test(arguments: [NormOrder.post, .pre])
  func paddingThatIsMaskedChangesNoAnswer(order: NormOrder) {
    let model = ReferenceModel.encoder(order)
    let probe = Probe(model, ReferenceModel.parameters(of: model), ReferenceModel.Source())
    let ragged = probe.loss(of: 0..<5)

    var tight = Batch(idsPerToken: 2)
    ReferenceModel.Source().append(0..<5, to: &tight)
    var padded = Batch(idsPerToken: 2)
    for sequence in 0..<5 {
      let tokens = Int(tight.starts[sequence])..<Int(tight.starts[sequence + 1])
      let padding = 11 - tokens.count  // between the tokens and the last one, as in the seed's format
      let ids = Array(tight.ids[2 * tokens.lowerBound..<2 * tokens.upperBound])
      let mask = Array(repeating: UInt8(1), count: tokens.count - 1) + Array(repeating: 0, count: padding) + [1]
      padded.append(
        ids: ids.dropLast(2) + Array(repeating: 0, count: 2 * padding) + ids.suffix(2), keyMask: mask,
        targets: [tight.targets[sequence]])
    }
    let found = probe.loss(of: padded)
    // Masked keys weigh exactly nothing, but a row's sum may pair its terms in another way: some units in the last place.
    for (padded, ragged) in zip(found.predictions, ragged.predictions) {
      #expect(abs(padded - ragged) <= 1e-5)
    }
    for (padded, ragged) in zip(found.gradients, ragged.gradients) {
      #expect(abs(padded - ragged) <= 1e-4)
    }
  }

  @Test func anAnswerDoesNotDependOnWhatElseIsInTheBatch() {
    let model = ReferenceModel.encoder(.post)
    let predictor = Predictor(model, parameters: ReferenceModel.parameters(of: model))
    let together = predictor.predictions(for: 0..<5, of: ReferenceModel.Source())
    let alone = (0..<5).flatMap { predictor.predictions(for: $0..<$0 + 1, of: ReferenceModel.Source()) }
    #expect(together == alone)
    #expect(Set(together).count == 5)
  }
}
