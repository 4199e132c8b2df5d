package org.feedbackloop.routing.type;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.feedbackloop.event.v1.FeedbackType;

/**
 * How a model is kept. Nothing in the file depends on when or where it was trained, so that the same corpus gives the same
 * bytes.
 *
 * <p>A magic number; the version; the features that it reads; the types in their order; biases and scales; then each feature
 * that has weights, as the distance from the one before it and a byte for each type; and the words that it may name.
 */
public final class TypeModelFile {

    static final String SHIPPED = "type-model.bin";

    private static final int MAGIC = 0xFEEDBAC1;

    private TypeModelFile() {}

    static TypeModel shipped() {
        return Shipped.MODEL;
    }

    private static TypeModel readShipped() {
        try (InputStream file = TypeModelFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new FileNotFoundException(SHIPPED);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    public static void write(TypeModel model, FeatureOptions options, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeUTF(model.version());
        out.writeUTF(options.toString());
        for (FeedbackType type : FeedbackType.values()) {
            out.writeUTF(type.wireName());
        }
        ModelWeights weights = model.weights();
        for (float bias : weights.biases()) {
            out.writeFloat(bias);
        }
        for (float scale : weights.scales()) {
            out.writeFloat(scale);
        }
        writeFeatures(weights.weights(), out);
        List<String> vocabulary = List.copyOf(new TreeSet<>(model.vocabulary()));
        out.writeInt(vocabulary.size());
        for (String words : vocabulary) {
            out.writeUTF(words);
        }
        out.flush();
    }

    private static void writeFeatures(byte[] weights, DataOutputStream out) throws IOException {
        int last = 0;
        for (int feature = 0; feature < TextFeatures.SPACE; feature++) {
            if (hasWeight(weights, feature)) {
                writeNumber(feature - last + 1, out);
                out.write(weights, feature * ModelWeights.TYPES, ModelWeights.TYPES);
                last = feature;
            }
        }
        writeNumber(0, out);
    }

    private static boolean hasWeight(byte[] weights, int feature) {
        for (int type = 0; type < ModelWeights.TYPES; type++) {
            if (weights[feature * ModelWeights.TYPES + type] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow. */
    private static void writeNumber(int number, DataOutputStream out) throws IOException {
        int rest = number;
        while (rest > 0x7F) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /** @throws IOException if it is no model, or one for other features or types than this service reads */
    public static TypeModel read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        require(in.readInt() == MAGIC, "this is no type model");
        String version = in.readUTF();
        require(
                in.readUTF().equals(FeatureOptions.CHOSEN.toString()),
                "the type model reads other features: train it again");
        for (FeedbackType type : FeedbackType.values()) {
            require(in.readUTF().equals(type.wireName()), "the type model knows other types: train it again");
        }
        float[] biases = new float[ModelWeights.TYPES];
        for (int type = 0; type < biases.length; type++) {
            biases[type] = in.readFloat();
        }
        float[] scales = new float[TextFeatures.BLOCKS * ModelWeights.TYPES];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = in.readFloat();
        }
        byte[] weights = new byte[TextFeatures.SPACE * ModelWeights.TYPES];
        int feature = 0;
        for (int step = readNumber(in); step > 0; step = readNumber(in)) {
            feature += step - 1;
            in.readFully(weights, feature * ModelWeights.TYPES, ModelWeights.TYPES);
        }
        Set<String> vocabulary = new LinkedHashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            vocabulary.add(in.readUTF());
        }
        return new TypeModel(
                version,
                new TextFeatures(FeatureOptions.CHOSEN, Lexicon.shipped()),
                new ModelWeights(weights, scales, biases),
                vocabulary);
    }

    private static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (next & 0x7F) << shift;
            if (next <= 0x7F) {
                return number;
            }
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    /** Read once, by who first asks for it: every edition of the rules shares it. */
    private static final class Shipped {
        static final TypeModel MODEL = readShipped();
    }
}
