"""The page in Streamlit, with `st.plotly_chart`; its slider tells the script when it is let go."""

import streamlit as st
from plots import SLIDERS, figures

st.set_page_config(page_title="Logistic regression", layout="wide")
st.title("Logistic regression")

values = [
    column.slider(s.label, float(s.low), float(s.high), s.value, s.step, format="%.4f")
    for column, s in zip(st.columns(3), SLIDERS, strict=True)
]
loss, drawn = figures(*values)
st.write(loss)

left, right = st.columns(2)
for place, (key, figure) in zip([left, right] * 2, enumerate(drawn), strict=True):
    place.plotly_chart(figure, key=f"plot-{key}")
